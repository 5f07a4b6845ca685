import { keepLive } from './live.js'
import { watchPlayer } from './player.js'
import { watchPresetPreview } from './preset_preview.js'
import { watchComparing } from './compare.js'
import { watchThemeButton } from './theme.js'
import { watchCopyButtons } from './copy.js'
import { watchDrops } from './uploads/drop.js'
import { watchDocsSearch } from './docs_search.js'
import { watchCounts } from './batch_count.js'
import { watchChoice } from './choice.js'
import { watchForms } from './forms.js'
import { watchTiles } from './tiles.js'

watchThemeButton()
watchCopyButtons()
watchForms()
watchCounts()
watchPlayer()
watchComparing()
watchPresetPreview()
watchDrops()
watchChoice()
watchTiles()
watchDocsSearch()
keepLive()
