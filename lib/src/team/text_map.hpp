#pragma once

#include "report/page.hpp"
#include "upstream/team/team_picture.hpp"

namespace upstream {

/// People × skills, a cell a level: how dark is what is proven, the digit what is claimed. Wider than the
/// page it goes on below. Begins with the legend.
void add_team_map(const TeamPicture& picture, Page& page);

}  // namespace upstream
