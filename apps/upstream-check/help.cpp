#include "help.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "options.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::app {
namespace {

struct Words {
  std::string_view ja;
  std::string_view en;
  [[nodiscard]] std::string_view in(Language language) const { return language == Language::ja ? ja : en; }
};

struct Line {
  std::string_view left;
  Words right;
};

struct OptionLine {
  Option option;
  Words text;
  std::string_view commands = {};  ///< in whose help it stands; empty: all that take it
};

struct Group {
  Words title;
  std::span<const OptionLine> lines;
};

constexpr Words kTitle{"upstream-check: 上流工程までの現在地と、次の一手",
                       "upstream-check: where you stand on the way to upstream work (上流工程)"};
constexpr Words kPromise{"これは自己点検の道具です。点数は昇進や配属を約束しません。",
                         "A structured self-check: no score predicts a promotion or a post."};

constexpr Words kExamplesTitle{"使い方の例:", "Examples:"};
constexpr std::array kExamples{
    Line{"upstream-check init -o me.yaml", {"プロフィールのひな型を作る", "write a profile to fill in"}},
    Line{"upstream-check me.yaml", {"現在地を見る", "see where you stand"}},
    Line{"upstream-check me.yaml --all", {"すべての技能・不足・点の内訳", "every skill, gap and point"}},
    Line{"upstream-check me.yaml --as-of 2027-04", {"その日の時点で", "as of another day"}},
    Line{"upstream-check --format json a.yaml b.yaml", {"プログラム向け", "for a program"}},
    Line{"upstream-check me.yaml --require-stage build",
         {"CI 向け。未到達なら 1 で終わる", "for CI: 1 where not reached"}},
    Line{"upstream-check explain build", {"工程・技能・資格などの説明", "what a name means"}},
};

constexpr Words kCommandsTitle{"コマンド:", "Commands:"};
constexpr std::array kCommands{
    Line{"[assess] FILE…", {"プロフィールを評価する", "assess profiles"}},
    Line{"validate PATH…", {"書き方を調べ、CI に知らせる", "check files, for CI and editors"}},
    Line{"batch PATH…", {"たくさんのプロフィールを一件一行に", "a record for each of many profiles"}},
    Line{"team PATH…", {"大勢のプロフィールをチームとして見る", "what many profiles mean together"}},
    Line{"plan FILE --to GOAL", {"工程か進路までの最短の計画", "the shortest way to a stage or path"}},
    Line{"whatif FILE", {"もし変えたらどうなるかを見る", "what would change if …"}},
    Line{"compare OLD NEW", {"何が変わり、それは何によるのか", "what changed, and by what"}},
    Line{"timeline FILE", {"月ごとの到達度と失効の予定", "readiness by month, and what lapses"}},
    Line{"explain ID",
         {"工程・技能・資格・規則の意味と出典", "a stage, skill, certificate or rule, with its source"}},
    Line{"rubric show|lint|export",
         {"ルーブリックを見る・調べる・取り出す", "show, check or write out the rubric"}},
    Line{"schema NAME",
         {"書くファイルと結果の JSON Schema", "JSON Schemas of what you write and what comes out"}},
    Line{"init [-o FILE]", {"プロフィールのひな型", "a commented profile to start from"}},
    Line{"completion bash|zsh", {"シェルの補完スクリプト", "a script that completes command lines"}},
};
constexpr Words kFiles{
    "FILE は YAML か JSON のプロフィール、- は標準入力です。\nコマンドと同じ名前のファイルは ./explain "
    "のように書くか、-- の後に書きます。\n",
    "FILE is a profile in YAML or JSON; - is standard input. A file named like a\ncommand is written "
    "./explain, or after --.\n"};

constexpr std::array kResult{
    OptionLine{Option::format,
               {"形式(コマンドの --help に一覧)", "the format; the command's --help lists them"},
               "assess validate batch team plan whatif compare timeline"},
    OptionLine{Option::output,
               {"ファイルに書く(全部書けたときだけ)", "write to a file, whole or not at all"}},
    OptionLine{Option::names, {"名前も書く(既定は id だけ)", "people's names, too (else ids only)"}},
    OptionLine{Option::detail, {"評価の全体を書く(ndjson・json)", "whole assessments, in ndjson and json"}},
    OptionLine{Option::no_summary, {"最後の集計を書かない", "no counts at the end"}},
    OptionLine{Option::bom, {"csv を Excel 用に BOM で始める", "begin csv with a mark for Excel"}},
    OptionLine{Option::pseudonyms, {"id の代わりに P01、P02 …", "show P01, P02 … in place of ids"}},
    OptionLine{Option::min_group,
               {"この人数に満たない人数を伏せる", "withhold numbers of fewer people; no ids then"}},
    OptionLine{Option::without, {"この人が抜けたとき(繰り返せる)", "what is left if they leave; repeatable"}},
    OptionLine{Option::diff, {"直せるところを差分で見る", "show what --fix would change"}},
    OptionLine{Option::fix, {"答えが一つのものを直す", "mend what has one safe answer, in place"}},
    OptionLine{Option::all, {"不足・技能・点の内訳をすべて", "every gap, every skill, the whole ledger"}},
    OptionLine{Option::width, {"桁数 60〜200(既定は端末の幅)", "columns, 60 to 200 (else the terminal's)"}},
    OptionLine{Option::color, {"色を付けるか(既定は auto)", "colour (else auto)"}},
    OptionLine{Option::lang, {"言語(既定は環境から)", "language (else from the environment)"}},
};
constexpr std::array kGates{
    OptionLine{Option::fail_under,
               {"到達度の下限(0〜100)", "the least readiness, 0 to 100"},
               "assess validate batch"},
    OptionLine{
        Option::require_stage, {"届いているべき工程", "a stage to have reached"}, "assess validate batch"},
    OptionLine{Option::require_path,
               {"届いているべき進路(繰り返せる)", "a path to have reached; repeatable"},
               "assess validate batch"},
    OptionLine{Option::exit_zero,
               {"1 の代わりに 0 で終わる", "end with 0 in place of 1"},
               "assess validate batch team plan whatif compare timeline"},
    OptionLine{Option::fail_on_drop,
               {"書かれた内容で下がれば 1 で終わる", "1 where what the profile says lost points"}},
    OptionLine{Option::strict, {"警告でも 1 で終わる", "warnings fail too"}},
    OptionLine{Option::expiring_within,
               {"この日数のうちに失効する資格を知らせる", "certificates that lapse by then: 90d"}},
    OptionLine{Option::baseline, {"導入時の指摘の一覧(数えない)", "findings of old, which do not count"}},
    OptionLine{Option::update_baseline,
               {"その一覧を今の指摘で作り直す", "make it anew of what is found now"}},
};
constexpr std::array kInput{
    OptionLine{Option::to, {"計画の目標とする工程か進路", "the stage or path to plan for"}, "plan"},
    OptionLine{Option::score, {"そこでの到達度の目標(1〜100)", "the readiness wanted there, 1 to 100"}},
    OptionLine{Option::hours_per_week, {"週の学習時間(0〜15)", "hours of study a week, 0 to 15"}},
    OptionLine{Option::by, {"この日までに", "to be there by that day"}},
    OptionLine{Option::avoid, {"資格を計画に入れない", "plan no certificates"}},
    OptionLine{Option::change_post, {"席を変えることも考える", "another post may be looked for"}},
    OptionLine{Option::set,
               {"プロフィールの値を一つ変える(繰り返せる)", "change a value of the profile; repeatable"}},
    OptionLine{Option::add_cert, {"資格を一つ足す(繰り返せる)", "add a certificate; repeatable"}},
    OptionLine{Option::add_months,
               {"工程の実務を N か月足す(繰り返せる)", "add N months of field work; repeatable"}},
    OptionLine{Option::at, {"変えたあとを見る日", "the day of the outcome"}},
    OptionLine{Option::from, {"推移の始まり", "where the timeline begins"}},
    OptionLine{Option::to, {"推移の終わり", "where the timeline ends"}, "timeline"},
    OptionLine{Option::as_of,
               {"評価する日(既定は as_of、なければ今日)", "the day (else as_of, else today)"},
               "assess validate batch team plan whatif compare timeline"},
    OptionLine{Option::rubric,
               {"組み込みの代わりに使うルーブリック", "a rubric in place of the builtin one"},
               "assess validate batch team plan whatif compare timeline explain rubric schema completion"},
    OptionLine{Option::input_format,
               {"files か、ストリーム一つ: ndjson yaml", "files, or one stream: ndjson yaml"}},
    OptionLine{Option::stdin_filename, {"標準入力を呼ぶ名前", "what standard input is called"}},
    OptionLine{Option::exclude,
               {"読まないファイル(.gitignore の書き方)", "what to leave out, as in .gitignore"}},
    OptionLine{Option::force, {"init: すでにあるファイルに上書きする", "init: overwrite a file that exists"}},
    OptionLine{Option::jobs, {"並べて評価する数(既定は CPU の数)", "threads (else one for each CPU)"}},
    OptionLine{Option::no_config, {"設定ファイルを読まない", "read no settings file"}},
};
constexpr std::array kTalk{
    OptionLine{Option::quiet, {"警告と注記を出さない", "no warnings, no notes"}},
    OptionLine{Option::verbose,
               {"読んだもの・日・所要時間を stderr に", "what was read, the day, timings, on stderr"}},
    OptionLine{Option::help,
               {"この説明。コマンドの後ならその説明", "this help; after a command, of that command"}},
    OptionLine{Option::version, {"版", "the version"}},
};
constexpr std::array kGroups{
    Group{{"結果:", "Result:"}, kResult},
    Group{{"求める水準(届かなければ 1 で終わる):", "What to require (else the exit code is 1):"}, kGates},
    Group{{"入力:", "Input:"}, kInput},
    Group{{"そのほか:", "Other:"}, kTalk},
};

constexpr Words kExitTitle{"終了コード:", "Exit codes:"};
constexpr std::array kExitCodes{
    Line{"0", {"問題なし(不足や警告があっても 0)", "fine; gaps and warnings pass"}},
    Line{"1",
         {"プロフィールの誤り、求める水準に未到達、または計画なし",
          "an error in a profile, a requirement not reached, or no plan"}},
    Line{"2", {"使い方・設定・ルーブリックの誤り", "wrong usage, configuration or rubric"}},
    Line{"3", {"読めない入力がある(残りは評価する)", "some input unreadable; the rest is still reported"}},
    Line{"4", {"内部の誤り、または出力を書けない", "internal error, or the output was not written"}},
};
constexpr Words kSettingsTitle{"設定(上にあるものが優先):", "Settings (the first that is given counts):"};
constexpr std::array kSettings{
    Line{"--fail-under 60", {"オプション", "the option"}},
    Line{"UPSTREAM_CHECK_FAIL_UNDER=60", {"環境変数", "its environment variable"}},
    Line{"fail_under: 60",
         {".upstream-check.yaml(上の階層へ探す)", ".upstream-check.yaml, looked for upwards"}},
    Line{"NO_COLOR FORCE_COLOR CLICOLOR", {"色(--color がないとき)", "colour, without --color"}},
};
constexpr Words kDocs{
    "文書: "
    "README.md、docs/profile-format.md(書き方)、docs/scoring.md(点の意味)、\ndocs/"
    "configuration.md(設定と環境変数)\n",
    "Docs: README.md, docs/profile-format.md (what to write), docs/scoring.md (what\nthe points mean), "
    "docs/configuration.md (settings, environment)\n"};

/// What one command's help says before its options.
struct Manual {
  std::string_view usage;
  Words about;
  std::span<const Line> examples;
};

constexpr std::array kAssessExamples{
    Line{"upstream-check me.yaml", {}},
    Line{"upstream-check assess profiles/team/*.yaml", {}},
    Line{"cat me.yaml | upstream-check - --stdin-filename me.yaml", {}},
    Line{"upstream-check me.yaml --fail-under 60 --require-path cloud-engineer", {}},
};
constexpr std::array kValidateExamples{
    Line{"upstream-check validate profiles", {}},
    Line{"upstream-check validate . --strict --expiring-within 90d", {}},
    Line{"upstream-check validate . --format text --format sarif=out.sarif", {}},
    Line{"upstream-check validate . --diff", {}},
    Line{"upstream-check validate . --baseline .baseline.json --update-baseline", {}},
};
constexpr std::array kBatchExamples{
    Line{"upstream-check batch members", {}},
    Line{"upstream-check batch members --format csv --bom -o members.csv", {}},
    Line{"upstream-check batch members --format ndjson --no-summary | jq .stage.reached", {}},
    Line{"upstream-check batch all.ndjson --input-format ndjson --format ndjson", {}},
};
constexpr std::array kTeamExamples{
    Line{"upstream-check team profiles/team", {}},
    Line{"upstream-check team profiles/team --without member-01", {}},
    Line{"upstream-check team profiles/team --pseudonyms --format markdown", {}},
    Line{"upstream-check team profiles --min-group 5 --format json", {}},
};
constexpr std::array kPlanExamples{
    Line{"upstream-check plan me.yaml --to design", {}},
    Line{"upstream-check plan me.yaml --to 設計 --score 60 --hours-per-week 8", {}},
    Line{"upstream-check plan me.yaml --to cloud-engineer --avoid cert", {}},
    Line{"upstream-check plan me.yaml --to build --by 2028-03 --change-post", {}},
};
constexpr std::array kWhatifExamples{
    Line{"upstream-check whatif me.yaml --set skills.network=3", {}},
    Line{"upstream-check whatif me.yaml --add-cert CCNP --add-months 構築=12", {}},
    Line{"upstream-check whatif me.yaml --set 'environment.stages_offered=[構築]'", {}},
    Line{"upstream-check whatif me.yaml --at 2028-04", {}},
};
constexpr std::array kCompareExamples{
    Line{"upstream-check compare old.yaml new.yaml", {}},
    Line{"git show HEAD~1:me.yaml | upstream-check compare - me.yaml", {}},
    Line{"upstream-check compare before.json me.yaml --fail-on-drop", {}},
};
constexpr std::array kTimelineExamples{
    Line{"upstream-check timeline me.yaml", {}},
    Line{"upstream-check timeline me.yaml --from 2024-04 --to 2028-03", {}},
};
constexpr std::array kExplainExamples{
    Line{"upstream-check explain build", {}},
    Line{"upstream-check explain 要件定義", {}},
    Line{"upstream-check explain certification:ccna", {}},
};
constexpr std::array kRubricExamples{
    Line{"upstream-check rubric show", {}},
    Line{"upstream-check rubric export -o company.yaml", {}},
    Line{"upstream-check rubric lint company.yaml", {}},
};
constexpr std::array kSchemaExamples{
    Line{"upstream-check schema profile -o profile.schema.json", {}},
    Line{"upstream-check schema profile --rubric company.yaml", {}},
    Line{"upstream-check schema assessment -o assessment.schema.json", {}},
};
constexpr std::array kInitExamples{Line{"upstream-check init -o me.yaml", {}}};
constexpr std::array kCompletionExamples{
    Line{"source <(upstream-check completion bash)", {}},
    Line{"upstream-check completion zsh -o ~/.zfunc/_upstream-check", {}},
};

constexpr std::array kManuals{
    Manual{"upstream-check [assess] FILE…",
           {"プロフィールを評価します。一つの FILE が読めなくても残りは評価します。\nJSON は FILE "
            "が一つならオブジェクト、二つ以上なら配列です。",
            "Assesses profiles. One bad FILE never stops the others. JSON is one object for\none FILE, an "
            "array for several."},
           kAssessExamples},
    Manual{"upstream-check validate PATH…",
           {"プロフィールを調べます。フォルダーは下の階層まで、.gitignore "
            "に従って読みます。\n一つのファイルが読めなくても残りは調べます。終了コードは形式によりません。\n"
            "--format sarif=out.sarif のように書くと、形式ごとにファイルに分けられます。",
            "Checks profiles. Folders are read with all below them, as .gitignore says. One\nbad file never "
            "stops the others. The exit code does not depend on the format."},
           kValidateExamples},
    Manual{
        "upstream-check batch PATH…",
        {"プロフィールを一件一行の記録にします。順は入力のとおりで、--jobs によりません。\n誤りのあるもの、"
         "読めないものも一件として残し、ほかの評価は続けます。\nストリーム(--input-format)は少しずつ読み、"
         "メモリーは件数によりません。\n人の順位付けのための道具ではありません。docs/batch.md",
         "A record for each profile, in the order of the input whatever --jobs says. Those\nwith errors and "
         "the unreadable have theirs and stop no other. A stream\n(--input-format) is read bit by bit. Not "
         "for ranking people: docs/batch.md"},
        kBatchExamples},
    Manual{
        "upstream-check team PATH…",
        {"プロフィールをまとめて見ます。できる人の数、属人化した技能、共通する不足、\n"
         "一緒に学ぶなら何か、設計の候補、失効する資格。全員を同じ日(--as-of、なければ\n"
         "今日)で見て、人に順位は付けません。使い方の約束は docs/team.md。",
         "What profiles mean together: who is able, what rests on one person, gaps that\nmost share, what to "
         "learn "
         "together, candidates, lapses. All are looked at for\none day (--as-of, else today), and nobody is "
         "ranked. What it is not for:\ndocs/team.md."},
        kTeamExamples},
    Manual{"upstream-check plan FILE --to STAGE|PATH",
           {"工程か進路に届くまでの、いちばん早く、いちばん手間の少ない手順を組みます。\n"
            "届くかどうかは評価と同じ計算で確かめます。手順がなければ何が止めているかを\n"
            "示し、1 で終わります。予測でも約束でもありません。docs/planning.md",
            "Puts together what brings you there soonest and, of that, with the least work.\nThe "
            "assessment itself decides what gets there. Where nothing does, it says what\nis in the way "
            "and ends with 1. No forecast, no promise: docs/planning.md."},
           kPlanExamples},
    Manual{"upstream-check whatif FILE [--set PATH=VALUE]…",
           {"プロフィールを書き換えずに、変えた前と後を並べます。PATH はキーを . でつなぎ、\n"
            "一覧の項目は 1 から数えます。VALUE は YAML です。詳しくは docs/planning.md。",
            "Shows before and after side by side; the file is not changed. PATH joins keys\nwith dots and "
            "counts items from 1, VALUE is YAML. More: docs/planning.md."},
           kWhatifExamples},
    Manual{"upstream-check compare OLD NEW",
           {"二つのプロフィールか、--format json で保存した評価を比べます。差を書かれた内容、\n"
            "日の経過、ルーブリック、プログラムの版に分けます。詳しくは docs/planning.md。",
            "Compares two profiles, or assessments saved by --format json, and splits the\ndifference into "
            "what the profile says, time, rubric and program. More:\ndocs/planning.md."},
           kCompareExamples},
    Manual{"upstream-check timeline FILE [--from DATE] [--to DATE]",
           {"月ごとの到達度と工程、この先の失効を示します。レベルは今日の記述なので、\n"
            "過去の点には前提があります。詳しくは docs/planning.md。",
            "Shows readiness and stage by month, and what lapses ahead. Levels are statements\nof today, so "
            "the past rests on assumptions, which are told. More:\ndocs/planning.md."},
           kTimelineExamples},
    Manual{"upstream-check explain ID",
           {"工程・関門・条件・技能・資格・進路・規則の意味と出典を示します。\nID "
            "のほか、ラベルや別名、種類:ID でも引けます。",
            "Says what a stage, gate, requirement, skill, certificate, path or rule is, and\nwhere it comes "
            "from: by id, kind:id, label or alias."},
           kExplainExamples},
    Manual{"upstream-check rubric show|lint|export",
           {"show は内容を読みやすく、export は YAML をそのまま出します。\nlint FILE "
            "はルーブリックを調べ、誤りがあれば 2 で終わります。",
            "show prints the rubric for reading, export its YAML as it is. lint FILE checks a\nrubric and "
            "ends with 2 where it has an error."},
           kRubricExamples},
    Manual{"upstream-check schema NAME",
           {"JSON Schema(draft-07)を出します。profile・rubric・settings はエディターで\n"
            "書くとき、assessment・validation・batch・team・plan・whatif・compare・timeline\n"
            "は出力を読むときのものです。",
            "Prints a JSON Schema (draft-07): profile, rubric and settings for writing them\nin an editor; "
            "assessment, validation, batch, team, plan, whatif, compare and\ntimeline for what comes out."},
           kSchemaExamples},
    Manual{"upstream-check init [-o FILE] [--force]",
           {"注釈付きのひな型を出します。-o のファイルがすでにあるときは --force が要ります。",
            "Prints a commented profile. A file that exists is only overwritten with --force."},
           kInitExamples},
    Manual{
        "upstream-check completion bash|zsh",
        {"コマンド、オプション、ルーブリックの名前を補完するスクリプトを出します。\n補完のときにプログラムは"
         "動きません。入れ方は docs/completion.md。",
         "Prints a script that completes commands, options and the names of the rubric.\nIt does not run "
         "the program. How to install it: docs/completion.md."},
        kCompletionExamples},
};

constexpr bool every_option_has_a_line() {
  std::array<bool, kOptions> has_line{};
  for (const auto& group : kGroups) {
    for (const auto& line : group.lines) has_line[static_cast<std::size_t>(line.option)] = true;
  }
  return std::all_of(has_line.begin(), has_line.end(), [](bool has) { return has; });
}
static_assert(every_option_has_a_line());

std::string row(std::string_view left, std::string_view right, std::size_t column) {
  if (right.empty()) return fmt::format("  {}\n", left);
  const auto width = text::display_width(left);
  return fmt::format("  {}{:{}}  {}\n", left, "", width < column ? column - width : 0, right);
}

std::string section(const Words& title, std::span<const Line> lines, std::size_t column, Language language) {
  auto text = fmt::format("{}\n", title.in(language));
  for (const auto& line : lines) text += row(line.left, line.right.in(language), column);
  return text + "\n";
}

bool is_in_help_of(const OptionLine& line, Command command) {
  return goes_with(info(line.option), command) &&
         (line.commands.empty() || names_command(line.commands, command));
}

/// The line of the option in the help of the command.
const OptionLine* line_of(Option option, Command command) {
  for (const auto& group : kGroups) {
    for (const auto& line : group.lines) {
      if (line.option == option && is_in_help_of(line, command)) return &line;
    }
  }
  return nullptr;
}

constexpr std::size_t kOptionColumns = 31;

std::string spelling(const OptionInfo& option, std::string_view value) {
  auto text = option.letter.empty() ? std::string("    ") : fmt::format("{}, ", option.letter);
  text += option.name;
  // Longer ones stand in the text beside it.
  const bool has_room = text.size() + 1 + value.size() + 2 <= kOptionColumns;
  if (!value.empty()) text += fmt::format(" {}", has_room ? value : "NAME");
  return text;
}

std::string option_groups(std::optional<Command> command, Language language) {
  std::string text;
  for (const auto& group : kGroups) {
    std::string lines;
    for (const auto& line : group.lines) {
      const auto& option = info(line.option);
      if (command && !is_in_help_of(line, *command)) continue;
      const auto what = command && line.option == Option::format
                            ? fmt::format("{}", fmt::join(allowed_values(option, *command), " "))
                            : std::string(line.text.in(language));
      // Where two commands understand it differently, each line is of one of them.
      const auto of = command ? command : find_command(line.commands);
      lines += row(spelling(option, of ? value_with(option, *of) : option.value), what, kOptionColumns);
    }
    if (!lines.empty()) text += fmt::format("{}\n{}\n", group.title.in(language), lines);
  }
  return text;
}

std::string general_help(Language language) {
  auto text = fmt::format("{}\n\n", kTitle.in(language));
  text += section(kExamplesTitle, kExamples, 46, language);
  text += section(kCommandsTitle, kCommands, 24, language);
  text += fmt::format("{}\n", kFiles.in(language));
  text += option_groups(std::nullopt, language);
  text += section(kExitTitle, kExitCodes, 1, language);
  text += section(kSettingsTitle, kSettings, 31, language);
  text += fmt::format("{}\n", kPromise.in(language));
  return text + std::string(kDocs.in(language));
}

std::string command_help(Command command, Language language) {
  const auto& manual = kManuals[static_cast<std::size_t>(command)];
  auto text = section(kExamplesTitle, manual.examples, 0, language);
  text += fmt::format("{}\n  {}\n\n{}\n\n", Words{"書き方:", "Usage:"}.in(language), manual.usage,
                      manual.about.in(language));
  text += option_groups(command, language);
  text += Words{"終了コードと全体の説明は upstream-check --help\n",
                "Exit codes and the whole: upstream-check --help\n"}
              .in(language);
  return text;
}

}  // namespace

std::string help(std::optional<Command> command, Language language) {
  return command ? command_help(*command, language) : general_help(language);
}

bool is_in_help_of(Option option, Command command) { return line_of(option, command) != nullptr; }

std::string_view summary(Option option, Command command, Language language) {
  const auto* line = line_of(option, command);
  return line == nullptr ? std::string_view() : line->text.in(language);
}

std::string_view summary(Command command, Language language) {
  return kCommands[static_cast<std::size_t>(command)].right.in(language);
}

}  // namespace upstream::app
