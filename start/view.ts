import edge from 'edge.js'
import { addCollection, edgeIconify } from 'edge-iconify'
import { icons as lucide } from '@iconify-json/lucide'
import { shortened } from '#jobs/imports/import'
import { describeCause } from '#jobs/failure_causes'
import { includesRole } from '#accounts/role'
import * as audit from '#http/words/audit'
import { shellLine } from '#jobs/shell_line'
import { cronWords } from '#http/words/cron'
import { jobField } from '#http/words/job_filter'
import * as labels from '#http/words/labels'
import * as media from '#http/words/media'
import { PLACE_GROUPS } from '#http/words/places'
import { outlook } from '#http/words/outlook'
import * as presets from '#http/words/presets'
import { scopeWords } from '#http/words/scopes'
import * as sizes from '#http/words/sizes'
import { swept } from '#http/words/sweeps'
import * as times from '#http/words/times'
import * as videoFilter from '#http/words/video_filter'

/* What every view may use. */
addCollection(lucide)
edge.use(edgeIconify, { defaultClass: 'icon' })

edge.global('is', includesRole)
edge.global('placeGroups', PLACE_GROUPS)
edge.global('describeCause', describeCause)
edge.global('shortened', shortened)
edge.global('ago', (moment: Parameters<typeof times.ago>[0]) =>
  edge.globals.html.safe(
    `<time datetime="${times.iso(moment)}" title="${times.stamp(moment)}">${times.ago(moment)}</time>`
  )
)
edge.global('words', {
  ...sizes,
  ...times,
  ...media,
  ...labels,
  ...videoFilter,
  swept,
  jobField,
  ...audit,
  ...presets,
  shellLine,
  cronWords,
  outlook,
  scopeWords,
})
