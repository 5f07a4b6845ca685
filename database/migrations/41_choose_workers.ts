import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Which workers may take a job: those that have all of its tags and understand its payload. Processes of the version
 * before go on beside this: what they insert has the defaults, and they claim by the new index too, with a sort. The one before would
 * tempt the planner to walk all of a lane for the few that a worker may take.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table jobs
        add column worker_tags text[] not null default '{}' check (cardinality(worker_tags) <= 16),
        add column payload_version integer not null default 1 check (payload_version > 0);
      create index jobs_claim_index on jobs (lane, worker_tags, payload_version, rank, id)
        where status = 'queued' and not is_held and paused_at is null;
      drop index jobs_next_index;
      alter table workers
        add column tags text[] not null default '{}',
        add column version text,
        add column payload_version integer not null default 1 check (payload_version > 0),
        drop constraint workers_concurrency_check,
        drop constraint workers_quick_concurrency_check,
        add constraint workers_listen check
          (concurrency >= 0 and quick_concurrency >= 0 and concurrency + quick_concurrency > 0);
    `)
  }

  async down() {
    this.schema.raw(`
      update workers set concurrency = greatest(1, concurrency), quick_concurrency = greatest(1, quick_concurrency);
      alter table workers
        drop constraint workers_listen,
        add constraint workers_concurrency_check check (concurrency > 0),
        add constraint workers_quick_concurrency_check check (quick_concurrency > 0),
        drop column payload_version,
        drop column version,
        drop column tags;
      create index jobs_next_index on jobs (lane, rank, id) where status = 'queued' and not is_held;
      drop index jobs_claim_index;
      alter table jobs drop column payload_version, drop column worker_tags;
    `)
  }
}
