import { keepLive } from './live.js'
import { watchPlayer } from './player.js'
import { watchThemeButton } from './theme.js'
import { watchCopyButtons } from './copy.js'
import { watchDrops } from './upload.js'
import { watchCounts } from './batch_count.js'
import { watchForms } from './forms.js'

watchThemeButton()
watchCopyButtons()
watchForms()
watchCounts()
watchPlayer()
watchDrops()
keepLive()
