import { plural } from '#http/words/labels'
import type Sweep from '#jobs/sweeps/sweep'
import type { SweepAction } from '#jobs/sweeps/sweep'

export interface SweepWords {
  /** `Archive 12 videos` */
  ask: (videos: string) => string
  /** What that means, in a sentence. */
  means: string
  /** `archived` of what is through. */
  done: string
  icon: string
}

const SWEPT: Record<SweepAction, SweepWords> = {
  tag: {
    ask: (videos) => `Tag ${videos}`,
    means: 'The tag is added to each of them; what has it already, or 20 others, stays as it is.',
    done: 'tagged',
    icon: 'lucide:tag',
  },
  untag: {
    ask: (videos) => `Take a tag off ${videos}`,
    means: 'The tag is taken off each of them that has it; other tags stay.',
    done: 'untagged',
    icon: 'lucide:tags',
  },
  archive: {
    ask: (videos) => `Archive ${videos}`,
    means:
      'They leave the lists, and batches pass them over. Nothing is deleted, and what was made of them still plays.',
    done: 'archived',
    icon: 'lucide:archive',
  },
  unarchive: {
    ask: (videos) => `Take ${videos} back from the archive`,
    means: 'They are in the lists again.',
    done: 'taken back',
    icon: 'lucide:archive-restore',
  },
  retry: {
    ask: (videos) => `Retry what failed of ${videos}`,
    means:
      'Each failed job of them that nobody dismissed is queued again, unless the same work waits or runs.',
    done: 'queued again',
    icon: 'lucide:rotate-ccw',
  },
  cancel: {
    ask: (videos) => `Cancel the jobs of ${videos}`,
    means: 'What waits is cancelled at once; workers stop what runs within two seconds.',
    done: 'had jobs, which are cancelled',
    icon: 'lucide:circle-stop',
  },
  delete: {
    ask: (videos) => `Delete ${videos}`,
    means:
      'The originals, all renditions and all jobs of them go for good; jobs that run are cancelled. This cannot be undone.',
    done: 'deleted',
    icon: 'lucide:trash',
  },
}

export function swept(action: SweepAction): SweepWords {
  return SWEPT[action]
}

/** `2 of 3 videos archived; the others had nothing to change.` */
export function sweepNotice({ action, changed, total }: Sweep): string {
  const { done } = SWEPT[action]
  if (changed === total) return `${plural(total, 'video')} ${done}.`
  return `${changed.toLocaleString('en')} of ${plural(total, 'video')} ${done}; the others had nothing to change.`
}
