import { BaseSchema } from '@adonisjs/lucid/schema'

/** A pause outlives the worker that obeyed it, and what was reached outlives the attempt that reached it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table jobs
        drop constraint jobs_paused_while_running,
        add constraint jobs_paused_until_ended
          check (status in ('queued', 'running') or num_nonnulls(pause_requested_at, paused_at) = 0),
        add constraint jobs_waits_paused
          check (status <> 'queued' or (pause_requested_at is null) = (paused_at is null)),
        add column attempt_progress real not null default 0
          check (attempt_progress between 0 and 1);
      update jobs set attempt_progress = progress;
      alter table jobs add constraint jobs_progress_never_falls check (attempt_progress <= progress);
    `)
  }

  async down() {
    this.schema.raw(`
      update jobs set pause_requested_at = null, pause_requested_by = null, paused_at = null
      where status <> 'running';
      alter table jobs
        drop constraint jobs_progress_never_falls,
        drop column attempt_progress,
        drop constraint jobs_waits_paused,
        drop constraint jobs_paused_until_ended,
        add constraint jobs_paused_while_running
          check (status = 'running' or (pause_requested_at is null and paused_at is null));
    `)
  }
}
