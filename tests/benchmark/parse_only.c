/* Opens and reads every file of a folder and has libyaml parse it, on two threads; nothing is done with the
   events. What a program over libyaml cannot be faster than. parse_only FOLDER */
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

enum { kThreads = 2, kMostBytes = 1 << 20 };

static const char *folder;
static char **names;
static size_t count;
static long events[kThreads];

static long parse(const unsigned char *text, size_t size) {
  long seen = 0;
  yaml_parser_t parser;
  yaml_event_t event;
  int done = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, text, size);
  while (!done && yaml_parser_parse(&parser, &event)) {
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    ++seen;
  }
  yaml_parser_delete(&parser);
  return seen;
}

static void *work(void *argument) {
  const size_t thread = (size_t)argument;
  unsigned char *text = malloc(kMostBytes);
  char path[4096];
  for (size_t i = thread; i < count; i += kThreads) {
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    const int file = open(path, O_RDONLY);
    const ssize_t size = read(file, text, kMostBytes);
    close(file);
    if (size > 0) events[thread] += parse(text, (size_t)size);
  }
  free(text);
  return NULL;
}

int main(int arguments, char **argument) {
  if (arguments != 2) return 2;
  folder = argument[1];
  DIR *open_folder = opendir(folder);
  if (open_folder == NULL) return 3;
  for (struct dirent *entry; (entry = readdir(open_folder)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    names = realloc(names, (count + 1) * sizeof *names);
    names[count++] = strdup(entry->d_name);
  }
  pthread_t threads[kThreads];
  long all = 0;
  for (size_t i = 0; i < kThreads; i++) pthread_create(&threads[i], NULL, work, (void *)i);
  for (size_t i = 0; i < kThreads; i++) {
    pthread_join(threads[i], NULL);
    all += events[i];
  }
  printf("%ld\n", all);
  return 0;
}
