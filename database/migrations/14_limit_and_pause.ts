import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an attempt holds of a machine, jobs that stand still while they run, workers that take no work. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table attempts
        add column host_name text,
        add column process_born_at text,
        add column reserved_bytes bigint check (reserved_bytes >= 0),
        add column scratch_bytes bigint check (scratch_bytes >= 0);
      create index attempts_running_index on attempts (host_name) where status = 'running';
      create index attempts_process_index on attempts (host_name) where process_born_at is not null;

      alter table jobs
        add column pause_requested_at timestamptz,
        add column pause_requested_by text,
        add column paused_at timestamptz,
        add constraint jobs_paused_while_running
          check (status = 'running' or (pause_requested_at is null and paused_at is null)),
        add constraint jobs_pause_requested_by_somebody
          check ((pause_requested_at is null) = (pause_requested_by is null));

      alter table workers add column idle_reason text;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table workers drop column idle_reason;
      alter table jobs
        drop constraint jobs_pause_requested_by_somebody,
        drop constraint jobs_paused_while_running,
        drop column paused_at,
        drop column pause_requested_by,
        drop column pause_requested_at;
      drop index attempts_process_index;
      drop index attempts_running_index;
      alter table attempts
        drop column scratch_bytes,
        drop column reserved_bytes,
        drop column process_born_at,
        drop column host_name;
    `)
  }
}
