import { BaseSchema } from '@adonisjs/lucid/schema'

/** Videos that people put away, and what finds a page of a list in milliseconds among a million. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table videos
        add column archived_at timestamptz,
        add column archived_by text,
        add constraint videos_archived_by_somebody check ((archived_at is null) = (archived_by is null));
      create index videos_archived_index on videos (archived_at) where archived_at is not null;
      ${SORTS.map(sortIndex).join(';')};
      ${FILTERS.map(filterIndex).join(';')};

      drop index jobs_status_index;
      drop index jobs_dead_letter_index;
      create index jobs_newest_index on jobs (created_at, id);
      create index jobs_status_index on jobs (status, created_at, id);
      create index jobs_preset_index on jobs (preset_version_id, created_at, id);
      create index jobs_cause_index on jobs (failure_cause, created_at, id) where failure_cause is not null;
      create index jobs_dead_letter_index on jobs (failure_cause, finished_at, id) include (video_id)
        where status = 'failed' and dismissed_at is null;
      create index jobs_newest_dead_letter_index on jobs (finished_at, id)
        where status = 'failed' and dismissed_at is null;
      create index attempts_worker_index on attempts (worker_id, job_id);
    `)
    this.schema.raw(SEARCH)
  }

  /** The extension stays: others may have come to need it. */
  async down() {
    this.schema.raw(`
      drop index if exists videos_text_index;
      drop index attempts_worker_index, jobs_newest_dead_letter_index, jobs_dead_letter_index, jobs_cause_index,
        jobs_preset_index, jobs_status_index, jobs_newest_index;
      create index jobs_status_index on jobs (status, created_at desc);
      create index jobs_dead_letter_index on jobs (failure_cause, finished_at)
        where status = 'failed' and dismissed_at is null;
      alter table videos alter column title set statistics -1, alter column original_name set statistics -1;
      drop index ${[...SORTS, ...FILTERS].map(([name]) => `videos_by_${name}`).join(', ')};
      alter table videos drop column archived_by, drop column archived_at;
    `)
  }
}

/** What a list shows unless somebody asks for more. */
const LISTED = 'archived_at is null and deletion_requested_at is null'

const SORTS = [
  ['created', 'created_at'],
  ['title', 'lower(title)'],
  ['duration', 'duration_s'],
  ['size', 'size_bytes'],
]
const FILTERS = [
  ['status', 'status'],
  ['codec', 'video_codec'],
  ['uploader', 'uploaded_by'],
]

function sortIndex([name, expression]: string[]): string {
  return `create index videos_by_${name} on videos ((${expression}), id) where ${LISTED}`
}

function filterIndex([name, column]: string[]): string {
  return `create index videos_by_${name} on videos (${column}, created_at, id) where ${LISTED}`
}

/** Where Postgres was installed without its contributed modules a search reads every row. */
const SEARCH = `
  do $$ begin
    begin
      create extension if not exists pg_trgm;
    exception when insufficient_privilege or undefined_file or feature_not_supported then
      raise warning 'pg_trgm cannot be installed (%): searching titles will be slow with many videos', sqlerrm;
    end;
    if exists (select from pg_extension where extname = 'pg_trgm') then
      create index videos_text_index on videos using gin (title gin_trgm_ops, original_name gin_trgm_ops);
    end if;
    alter table videos alter column title set statistics 1000, alter column original_name set statistics 1000;
  end $$`
