import { BaseSchema } from '@adonisjs/lucid/schema'

/** More rows than this in one statement are told as "many": a batch of 10,000 is one notice, not 10,000. */
const MOST_TOLD = 20

const WATCHED = ['jobs', 'renditions', 'videos', 'batches', 'firings', 'schedules', 'watermarks']

/**
 * Tells whoever listens on `changes` which rows a statement changed: `{"table", "rows": [{...}] | null}`, null for many.
 * Postgres sends equal notices of one transaction once, at its commit.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create function tell_changes() returns trigger language plpgsql as $$
      declare
        told jsonb;
      begin
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'id', as_json -> 'id', 'video_id', as_json -> 'video_id',
            'batch_id', as_json -> 'batch_id', 'schedule_id', as_json -> 'schedule_id')))
          into told
          from (select to_jsonb(changed) as as_json from changed limit ${MOST_TOLD + 1}) as few;
        if told is null then return null; end if;
        if jsonb_array_length(told) > ${MOST_TOLD} then told := 'null'; end if;
        perform pg_notify('changes', jsonb_build_object('table', tg_table_name, 'rows', told)::text);
        return null;
      end $$;
    `)
    for (const table of WATCHED) this.schema.raw(triggersOf(table))
  }

  async down() {
    for (const table of WATCHED) {
      for (const verb of ['insert', 'update', 'delete']) {
        this.schema.raw(`drop trigger tell_${verb} on ${table}`)
      }
    }
    this.schema.raw('drop function tell_changes()')
  }
}

/** Transition tables want a trigger for each verb. */
function triggersOf(table: string): string {
  return `
    create trigger tell_insert after insert on ${table} referencing new table as changed
      for each statement execute function tell_changes();
    create trigger tell_update after update on ${table} referencing new table as changed
      for each statement execute function tell_changes();
    create trigger tell_delete after delete on ${table} referencing old table as changed
      for each statement execute function tell_changes();
  `
}
