import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * How many there are of what, kept while rows change, so that nobody counts a million of them for a page. A change adds
 * a row with the difference and locks nothing, so that workers never wait for each other; fold_tallies() joins rows.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table tallies (
        subject text not null,
        day date not null default '-infinity',
        key text not null default '',
        n bigint not null,
        bytes bigint not null default 0,
        took_ms bigint not null default 0
      );
      create index tallies_index on tallies (subject, day, key);
      comment on table tallies is 'differences: the sums over subject, day (UTC) and key count';
    `)
    this.schema.raw(FOLD)
    for (const [table, facts] of Object.entries(FACTS)) {
      this.schema.raw(functionOf(table, facts))
      this.schema.raw(triggersOf(table))
      this.schema.raw(`with changed as (select *, 1 as sign from ${table}) ${addUp(facts)}`)
    }
  }

  async down() {
    for (const table of Object.keys(FACTS)) {
      for (const verb of ['insert', 'update', 'delete', 'truncate']) {
        this.schema.raw(`drop trigger tally_${verb} on ${table}`)
      }
      this.schema.raw(`drop function tally_${table}()`)
    }
    this.schema.raw('drop function fold_tallies(); drop table tallies')
  }
}

const WHOLE_TIME = `'-infinity'::date`
const dayOf = (column: string) => `(${column} at time zone 'UTC')::date`
const TOOK_MS = `coalesce(round(extract(epoch from finished_at - started_at) * 1000), 0)::bigint`
const NEVER_ENDED = 'where finished_at is not null'

/** Of each table selects of subject, day, key, n, bytes, took_ms over `changed`, whose sign is 1 or -1. */
const FACTS: Record<string, string[]> = {
  videos: [
    `select 'videos', ${WHOLE_TIME}, case when archived_at is null then status else 'archived' end,
       sign, sign * size_bytes, 0 from changed where deletion_requested_at is null`,
    `select 'videos_added', ${dayOf('created_at')}, '', sign, sign * size_bytes, 0 from changed`,
    `select 'tags', ${WHOLE_TIME}, tag, sign, 0, 0 from changed, unnest(tags) as tag
       where archived_at is null and deletion_requested_at is null`,
  ],
  jobs: [
    `select 'jobs', ${WHOLE_TIME}, status, sign, 0, 0 from changed`,
    `select 'jobs_started', ${dayOf('created_at')}, '', sign, 0, 0 from changed`,
    `select 'failures', ${WHOLE_TIME}, failure_cause, sign, 0, 0 from changed where status = 'failed'`,
    `select 'dead_letters', ${WHOLE_TIME}, failure_cause, sign, 0, 0 from changed
       where status = 'failed' and dismissed_at is null`,
    `select 'ended', ${dayOf('finished_at')}, changed.status, sign,
       sign * coalesce((select size_bytes from videos where videos.id = changed.video_id), 0),
       sign * ${TOOK_MS} from changed ${NEVER_ENDED}`,
    `select 'ended_causes', ${dayOf('finished_at')}, failure_cause, sign, 0, 0 from changed
       ${NEVER_ENDED} and status = 'failed'`,
    `select 'ended_presets', ${dayOf('finished_at')}, preset_version_id || ' ' || status, sign, 0, sign * ${TOOK_MS}
       from changed ${NEVER_ENDED} and preset_version_id is not null`,
  ],
  renditions: [
    `select 'renditions_made', ${dayOf('created_at')}, '', sign, sign * size_bytes, 0 from changed`,
  ],
}

/** What changed nothing adds no row: a lease that is renewed counts nowhere. */
function addUp(facts: string[]): string {
  return `insert into tallies (subject, day, key, n, bytes, took_ms)
    select subject, day, key, sum(n), sum(bytes), sum(took_ms)
    from (${facts.join('\n union all ')}) as facts (subject, day, key, n, bytes, took_ms)
    group by subject, day, key having sum(n) <> 0 or sum(bytes) <> 0 or sum(took_ms) <> 0`
}

function functionOf(table: string, facts: string[]): string {
  const rows = {
    INSERT: 'select *, 1 as sign from new_rows',
    UPDATE: 'select *, 1 as sign from new_rows union all select *, -1 from old_rows',
    DELETE: 'select *, -1 as sign from old_rows',
  }
  const branches = Object.entries(rows).map(
    ([verb, changed]) =>
      `if tg_op = '${verb}' then with changed as (${changed}) ${addUp(facts)}; end if;`
  )
  const subjects = facts.map((fact) => fact.match(/'(\w+)'/)![0])
  return `create function tally_${table}() returns trigger language plpgsql as $$ begin
    if tg_op = 'TRUNCATE' then delete from tallies where subject in (${subjects.join(', ')}); end if;
    ${branches.join('\n')}
    return null;
  end $$`
}

/** Transition tables want a trigger for each verb. */
function triggersOf(table: string): string {
  const trigger = (verb: string, rows: string) =>
    `create trigger tally_${verb} after ${verb} on ${table} ${rows} for each statement execute function tally_${table}();`
  return [
    trigger('insert', 'referencing new table as new_rows'),
    trigger('update', 'referencing old table as old_rows new table as new_rows'),
    trigger('delete', 'referencing old table as old_rows'),
    trigger('truncate', ''),
  ].join('\n')
}

/** One process at a time; the others need not wait for it. */
const FOLD = `
  create function fold_tallies() returns integer language plpgsql as $$
  declare
    folded integer;
  begin
    if not pg_try_advisory_xact_lock(hashtext('fold_tallies')) then return 0; end if;
    with crowded as materialized (
      select subject, day, key from tallies group by subject, day, key having count(*) > 1
    ), gone as (
      delete from tallies using crowded
      where (tallies.subject, tallies.day, tallies.key) = (crowded.subject, crowded.day, crowded.key)
      returning tallies.*
    )
    insert into tallies (subject, day, key, n, bytes, took_ms)
    select subject, day, key, sum(n), sum(bytes), sum(took_ms) from gone group by subject, day, key
    having sum(n) <> 0 or sum(bytes) <> 0 or sum(took_ms) <> 0;
    get diagnostics folded = row_count;
    return folded;
  end $$`
