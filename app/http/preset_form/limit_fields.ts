import type { Section } from '#http/preset_form/field'

const AS_SET = 'As the settings say'

/** What jobs of the preset may take. */
export const LIMITS: Section = {
  key: 'limits',
  title: 'Limits of its jobs',
  toggle: null,
  hint: 'Where they differ from the settings',
  fields: [
    {
      path: 'maxFailures',
      label: 'Failures',
      hint: 'A job that failed so often waits for a person',
      kind: 'number',
      placeholder: AS_SET,
    },
    {
      path: 'softTimeS',
      label: 'Soft time limit',
      hint: 'After so long no further encode is begun',
      kind: 'number',
      unit: 's',
      placeholder: AS_SET,
    },
    {
      path: 'hardTimeS',
      label: 'Hard time limit',
      hint: 'After so long all of it is stopped',
      kind: 'number',
      unit: 's',
      placeholder: AS_SET,
    },
    {
      path: 'noProgressS',
      label: 'Without progress',
      hint: 'An ffmpeg that wrote nothing for so long is stopped',
      kind: 'number',
      unit: 's',
      placeholder: AS_SET,
    },
    {
      path: 'memoryMib',
      label: 'Memory',
      hint: 'Of one ffmpeg with its children',
      kind: 'number',
      unit: 'MiB',
      placeholder: AS_SET,
    },
    {
      path: 'outputMib',
      label: 'Files',
      hint: 'All that one attempt writes',
      kind: 'number',
      unit: 'MiB',
      placeholder: AS_SET,
    },
    {
      path: 'workerTags',
      label: 'Tags of workers',
      hint: 'Only workers with all of these take its jobs, such as gpu, big',
      kind: 'list',
      placeholder: 'Any worker',
    },
  ],
}
