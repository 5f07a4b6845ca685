import { BaseSchema } from '@adonisjs/lucid/schema'

/** More of a message than this is not told. */
const MOST_OF_A_MESSAGE = 2000

/**
 * What happened, told by the statement that did it: triggers write `event_outbox` in its transaction, so that nothing
 * can happen without its event or the other way round. `relay_events()` moves what was committed to `events`, whose ids
 * rise in the order of commits, which those of the outbox do not.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table event_outbox (
        ${COLUMNS}
      );
      create table events (
        ${COLUMNS}
      );
      create index events_type_index on events (type, id);
      create index events_video_index on events (video_id, id) where video_id is not null;
      create index events_job_index on events (job_id, id) where job_id is not null;
      create index events_created_index on events (created_at);
    `)
    this.schema.raw(RELAY)
    this.schema.raw(`
      create function tell_outbox() returns trigger language plpgsql as $$ begin
        perform pg_notify('event_outbox', '');
        return null;
      end $$;
      create trigger tell_insert after insert on event_outbox
        for each statement execute function tell_outbox();
    `)
    for (const [table, body] of Object.entries(BODIES)) {
      this.schema.raw(
        `create function note_${table}() returns trigger language plpgsql as $$ ${body} $$`
      )
      for (const verb of VERBS[table]) this.schema.raw(triggerOf(table, verb))
    }
  }

  async down() {
    for (const table of Object.keys(BODIES)) {
      for (const verb of VERBS[table]) this.schema.raw(`drop trigger note_${verb} on ${table}`)
      this.schema.raw(`drop function note_${table}()`)
    }
    this.schema.raw(`
      drop function relay_events(integer);
      drop table event_outbox, events;
      drop function tell_outbox();
    `)
  }
}

const COLUMNS = `
        id bigint generated always as identity primary key,
        type text not null check (type ~ '^[a-z]+[.][a-z_]+$'),
        video_id integer,
        job_id uuid,
        batch_id integer,
        payload jsonb not null check (jsonb_typeof(payload) = 'object'),
        created_at timestamptz not null default clock_timestamp()`

/**
 * One at a time, until its commit is seen: only so do ids rise as commits do. Whoever waited looks with new eyes, for
 * each statement here sees what is committed when it begins.
 */
const RELAY = `
  create function relay_events(at_most integer) returns integer language plpgsql as $$
  declare
    moved integer;
  begin
    perform pg_advisory_xact_lock(hashtext('relay_events'));
    with gone as (
      delete from event_outbox
      where id = any(array(select id from event_outbox order by id limit at_most))
      returning *
    )
    insert into events (type, video_id, job_id, batch_id, payload, created_at)
    select type, video_id, job_id, batch_id, payload, created_at from gone order by id;
    get diagnostics moved = row_count;
    if moved > 0 then perform pg_notify('events', ''); end if;
    return moved;
  end $$`

const VERBS: Record<string, string[]> = {
  videos: ['insert', 'update', 'delete'],
  jobs: ['insert', 'update'],
  renditions: ['insert'],
  batches: ['update'],
}

/** Transition tables want a trigger for each verb. */
function triggerOf(table: string, verb: string): string {
  const rows = { insert: '', update: 'old table as old_rows', delete: 'old table as old_rows' }[
    verb
  ]
  const news = verb === 'delete' ? '' : 'new table as new_rows'
  return `create trigger note_${verb} after ${verb} on ${table} referencing ${rows} ${news}
    for each statement execute function note_${table}()`
}

/** As the API writes times. */
const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const VIDEO = `jsonb_build_object(
  'id', v.id, 'title', v.title, 'tags', to_jsonb(v.tags), 'original_name', v.original_name, 'status', v.status,
  'size_bytes', v.size_bytes, 'sha256', v.sha256, 'container', v.container, 'duration_seconds', v.duration_s,
  'width', v.width, 'height', v.height, 'frame_rate', v.frame_rate, 'bit_rate', v.bit_rate,
  'video_codec', v.video_codec, 'audio_codec', v.audio_codec, 'has_audio', v.has_audio,
  'created_at', ${iso('v.created_at')}, 'updated_at', ${iso('v.updated_at')},
  'links', jsonb_build_object('self', '/api/v1/videos/' || v.id))`

const JOB = `jsonb_build_object(
  'id', j.id, 'video_id', j.video_id, 'video_title', v.title, 'operation', j.operation, 'preset', p.name,
  'preset_version', pv.version, 'parameters', j.parameters, 'batch_id', j.batch_id, 'lane', j.lane,
  'priority', j.priority, 'status', j.status, 'is_held', j.is_held,
  'progress_percentage', round(j.progress::numeric * 100), 'attempt_count', j.attempt_count,
  'cause', case when j.failure_cause is not null then jsonb_build_object(
    'code', j.failure_cause, 'message', left(j.failure_message, ${MOST_OF_A_MESSAGE})) end,
  'requested_via', j.requested_via, 'cancelled_by', j.cancelled_by, 'queued_at', ${iso('j.queued_at')},
  'due_at', ${iso('j.due_at')}, 'started_at', ${iso('j.started_at')}, 'finished_at', ${iso('j.finished_at')},
  'links', jsonb_build_object('self', '/api/v1/jobs/' || j.id, 'video', '/api/v1/videos/' || j.video_id))`

const RENDITION = `jsonb_build_object(
  'name', r.name, 'kind', r.kind, 'video_id', r.video_id, 'job_id', r.job_id, 'mime_type', r.mime_type,
  'size_bytes', r.size_bytes, 'sha256', r.sha256, 'duration_seconds', r.duration_s, 'width', r.width,
  'height', r.height, 'bit_rate', r.bit_rate, 'video_codec', r.video_codec, 'audio_codec', r.audio_codec,
  'decision', r.decision, 'reason', left(r.reason, ${MOST_OF_A_MESSAGE}), 'created_at', ${iso('r.created_at')})`

const BATCH = `jsonb_build_object(
  'id', b.id, 'state', case when b.cancelled_at is not null then 'cancelled' when b.finished_at is not null then 'finished'
    when b.paused_at is not null then 'paused' when b.released_at is not null then 'running' else 'canary' end,
  'preset', p.name, 'preset_version', pv.version, 'canary_size', b.canary_size, 'job_count', b.job_count,
  'jobs', (select jsonb_object_agg(status, (select count(*) from jobs where batch_id = b.id and jobs.status = each.status))
    from unnest(array['queued', 'running', 'completed', 'failed', 'cancelled']) as each (status)),
  'paused', case when b.paused_at is not null then jsonb_build_object('at', ${iso('b.paused_at')},
    'by', b.paused_by, 'reason', left(b.pause_reason, ${MOST_OF_A_MESSAGE})) end,
  'cancelled_by', b.cancelled_by, 'created_at', ${iso('b.created_at')}, 'released_at', ${iso('b.released_at')},
  'finished_at', ${iso('b.finished_at')}, 'cancelled_at', ${iso('b.cancelled_at')},
  'links', jsonb_build_object('self', '/api/v1/batches/' || b.id, 'jobs', '/api/v1/jobs?batch_id=' || b.id))`

/** What people change of a video, and what a new look at its file does. Its status is told by its jobs. */
const VIDEO_FACTS =
  'id, title, tags, archived_at, duration_s, width, height, video_codec, audio_codec'

/**
 * Which rows say something new is found by their ids and what matters of them, and the rows are then read by their keys:
 * the plan of a join between transition tables would be that of the first call, of one row, also for ten thousand.
 */
const BODIES: Record<string, string> = {
  videos: `
    declare
      told integer[];
    begin
      if tg_op = 'DELETE' then
        insert into event_outbox (type, video_id, payload)
        select 'video.deleted', v.id, ${VIDEO} from old_rows v order by v.id;
        return null;
      elsif tg_op = 'INSERT' then
        told := array(select id from new_rows);
      else
        told := array(select id from (
          select ${VIDEO_FACTS} from new_rows except select ${VIDEO_FACTS} from old_rows) as changed);
      end if;
      if told = '{}' then return null; end if;
      insert into event_outbox (type, video_id, payload)
      select case tg_op when 'INSERT' then 'video.uploaded' else 'video.updated' end, v.id, ${VIDEO}
      from videos v where v.id = any(told) order by v.id;
      return null;
    end`,
  jobs: `
    declare
      told uuid[];
    begin
      if tg_op = 'INSERT' then
        told := array(select id from new_rows where status = 'queued');
      else
        told := array(select id from (
          select id, status from new_rows except select id, status from old_rows) as changed);
      end if;
      if told = '{}' then return null; end if;
      insert into event_outbox (type, video_id, job_id, batch_id, payload)
      select 'job.' || case j.status when 'running' then 'started' else j.status end, j.video_id, j.id, j.batch_id, ${JOB}
      from jobs j join videos v on v.id = j.video_id
        left join preset_versions pv on pv.id = j.preset_version_id left join presets p on p.id = pv.preset_id
      where j.id = any(told) order by j.place, j.id;
      return null;
    end`,
  renditions: `
    begin
      insert into event_outbox (type, video_id, job_id, payload)
      select 'rendition.published', r.video_id, r.job_id, ${RENDITION} from new_rows r order by r.id;
      return null;
    end`,
  batches: `
    declare
      told record;
    begin
      for told in
        select n.id, array_remove(array[
          case when o.job_count = 0 and n.job_count > 0 then 'batch.started' end,
          case when o.paused_at is null and n.paused_at is not null then 'batch.paused' end,
          case when o.cancelled_at is null and n.cancelled_at is not null then 'batch.cancelled' end,
          case when o.finished_at is null and n.finished_at is not null and n.cancelled_at is null
            then 'batch.completed' end
        ], null) as types
        from new_rows n join old_rows o using (id)
      loop
        insert into event_outbox (type, batch_id, payload)
        select type, b.id, ${BATCH}
        from unnest(told.types) with ordinality as wanted (type, turn), batches b
          join preset_versions pv on pv.id = b.preset_version_id join presets p on p.id = pv.preset_id
        where b.id = told.id order by turn;
      end loop;
      return null;
    end`,
}
