import app from '@adonisjs/core/services/app'
import ExpiredLeases from '#jobs/repair/kinds/expired_leases'
import LeftoverUploads from '#jobs/repair/kinds/leftover_uploads'
import MissingFiles from '#jobs/repair/kinds/missing_files'
import OpenAttempts from '#jobs/repair/kinds/open_attempts'
import OwnerlessFiles from '#jobs/repair/kinds/ownerless_files'
import OwnerlessScratch from '#jobs/repair/kinds/ownerless_scratch'
import StaleReminders from '#jobs/repair/kinds/stale_reminders'
import StrayProcesses from '#jobs/repair/kinds/stray_processes'
import UnfinishedBatches from '#jobs/repair/kinds/unfinished_batches'
import UnfinishedDeletions from '#jobs/repair/kinds/unfinished_deletions'
import UnfinishedFiles from '#jobs/repair/kinds/unfinished_files'
import UnknownProcesses from '#jobs/repair/kinds/unknown_processes'
import UnsentReminders from '#jobs/repair/kinds/unsent_reminders'
import VanishedReminders from '#jobs/repair/kinds/vanished_reminders'
import WrongTallies from '#jobs/repair/kinds/wrong_tallies'
import WrongVideoStatuses from '#jobs/repair/kinds/wrong_video_statuses'
import type { Repair } from '#jobs/repair/repair'

/** In the order in which they are made: a job taken from its worker is reminded of in the same round. */
const REPAIRS = [
  ...[ExpiredLeases, OpenAttempts, UnsentReminders, VanishedReminders, StaleReminders],
  ...[UnfinishedDeletions, UnfinishedBatches, WrongVideoStatuses, WrongTallies],
  ...[StrayProcesses, UnknownProcesses, OwnerlessScratch, LeftoverUploads, OwnerlessFiles],
  ...[UnfinishedFiles, MissingFiles],
]

/** Every kind of repair that the reconciler knows. */
export async function allRepairs(): Promise<Repair[]> {
  const repairs: Repair[] = []
  for (const one of REPAIRS)
    repairs.push(await app.container.make<new (...args: never[]) => Repair>(one))
  return repairs
}
