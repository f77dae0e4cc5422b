#include <cstring>
#include <filesystem>
#include <iostream>
#include <string>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "tree.hpp"

namespace upstream::app::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

using HostileTree = TreeTest;

TEST_F(HostileTree, WhatIsNoFileIsNeverOpened) {
  write("team/a.yaml");
  make_fifo("team/fifo.yaml");
  make_fifo("team/fifo");
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strcpy(address.sun_path, "team/socket.json");
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(socket);
  link("fifo", "team/link.yml");
  const auto tree = collect({"team"});
  EXPECT_THAT(displays(tree), ElementsAre("team/a.yaml"));
  EXPECT_THAT(passed_over(tree), ElementsAre("team/fifo.yaml: it is no regular file (lost)",
                                             "team/link.yml: it is no regular file (lost)",
                                             "team/socket.json: it is no regular file (lost)"));
}

TEST_F(HostileTree, NamesAreBytes) {
  const std::vector<std::string> names{"\x1b[31mred.yaml", "a\nb.yaml", std::string("\xFF\xFE.yaml"),
                                       std::string(250, 'x') + ".yaml"};
  for (const auto& name : names) write("team/" + name);
  write("team/.gitignore", "\xFF*\n");
  const auto tree = collect({"team"});
  EXPECT_THAT(displays(tree), ElementsAre("team/" + names[0], "team/" + names[1], "team/" + names[3]));
  EXPECT_EQ(tree.ignored, 1U);
}

/// The system takes no path of 4,096 bytes: that is where the walk ends, however deep the folders go on.
TEST_F(HostileTree, ThousandsOfFoldersInEachOther) {
  write("team/a.yaml");
  const int top = ::open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ASSERT_EQ(::chdir("team"), 0);
  constexpr int depth = 2'500;
  for (int i = 0; i < depth; ++i) {
    ASSERT_EQ(::mkdir("d", 0700), 0);
    ASSERT_EQ(::chdir("d"), 0);
    if (i == 1000) write("b.yaml");
  }
  ASSERT_EQ(::fchdir(top), 0);

  const auto tree = collect({"team"});
  ASSERT_EQ(tree.files.size(), 2U);
  EXPECT_EQ(tree.files[1].display.size(), std::strlen("team/a.yaml") + 1001 * std::strlen("d/"));
  ASSERT_EQ(tree.passed_over.size(), 1U);
  EXPECT_EQ(tree.passed_over.front().why.en, "the name is too long");
  EXPECT_TRUE(tree.passed_over.front().lost);

  // No library call takes away what is nested so deep.
  ASSERT_EQ(::chdir("team"), 0);
  for (int i = 0; i < depth; ++i) ASSERT_EQ(::chdir("d"), 0);
  for (int i = depth - 1; i >= 0; --i) {
    if (i == 1000) fs::remove("b.yaml");
    ASSERT_EQ(::chdir(".."), 0);
    ASSERT_EQ(::rmdir("d"), 0);
  }
  ASSERT_EQ(::fchdir(top), 0);
  ::close(top);
}

/// Root reads everything: a child that has become nobody looks.
TEST_F(HostileTree, AFolderThatMayNotBeReadIsLost) {
  write_all({"team/a.yaml", "team/locked/b.yaml", "team/no-entry/c.yaml"});
  write("team/.gitignore", "x\n");
  fs::permissions(folder(), fs::perms(0755));
  fs::permissions("team/locked", fs::perms(0));
  fs::permissions("team/no-entry", fs::perms(0444));
  fs::permissions("team/.gitignore", fs::perms(0));
  const auto look = [] {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && ::setresuid(nobody, nobody, nobody) != 0) ::_exit(2);
    const auto tree = collect({"team", "team/locked"});
    for (const auto& line : displays(tree)) std::cerr << line << '\n';
    for (const auto& line : passed_over(tree)) std::cerr << line << '\n';
    if (tree.empty_operands.empty()) std::cerr << "none is empty\n";
    ::_exit(0);
  };
  EXPECT_EXIT(look(), testing::ExitedWithCode(0),
              "team/a.yaml\n"
              "team/.gitignore: permission denied\n"
              "team/locked: permission denied .lost.\n"
              "team/no-entry/.gitignore: permission denied\n"
              "team/no-entry/c.yaml: permission denied .lost.\n"
              "none is empty\n");
  fs::permissions("team/locked", fs::perms(0755));
  fs::permissions("team/no-entry", fs::perms(0755));
}

TEST_F(HostileTree, AWorkingDirectoryThatHasBeenRemovedIsSurvived) {
  write("team/a.yaml");
  enter("gone");
  fs::remove(folder() / "gone");
  const auto absolute = (folder() / "team").string();
  EXPECT_THAT(displays(collect({absolute})), ElementsAre(absolute + "/a.yaml"));
  EXPECT_THAT(displays(collect({"b.yaml"})), ElementsAre("b.yaml"));
  EXPECT_THAT(collect({"."}).files, IsEmpty());
}

}  // namespace
}  // namespace upstream::app::test
