#include "system_reason.hpp"

#include <cerrno>
#include <system_error>

namespace upstream::app {

Text system_reason(int error_number) {
  switch (error_number) {
    case ENOENT:
      return {"ファイルがない", "no such file"};
    case ENOTDIR:
      return {"途中がディレクトリではない", "a part of the path is no directory"};
    case EISDIR:
      return {"ディレクトリである", "it is a directory"};
    case EACCES:
    case EPERM:
      return {"権限がない", "permission denied"};
    case EROFS:
      return {"読み取り専用のファイルシステム", "the file system is read-only"};
    case ENOSPC:
    case EDQUOT:
      return {"空き容量がない", "no space left"};
    case EEXIST:
      return {"すでにある", "it exists"};
    case ENAMETOOLONG:
      return {"名前が長すぎる", "the name is too long"};
    case ELOOP:
      return {"シンボリックリンクが輪になっている", "its symbolic links lead nowhere"};
    case ESTALE:
      return {"読んだ後に変わった。もう一度実行してください", "it has changed since it was read; run again"};
    case EBADF:
      return {"閉じられている", "it is closed"};
    default:
      break;
  }
  // The wording of the system, the same in every locale.
  const auto words = std::generic_category().message(error_number);
  return {words, words};
}

}  // namespace upstream::app
