import { BaseSchema } from '@adonisjs/lucid/schema'

/** The audit is searched by who, what, when and word, however long it grows. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      drop index audit_at_index;
      create index audit_at_index on audit (at desc, id desc);
      create index audit_actor_index on audit (actor, at desc, id desc);
      create index audit_action_index on audit (action, at desc, id desc);

      create function audit_words(
        actor text, action text, subject_type text, subject_id text, details jsonb
      ) returns tsvector language sql immutable parallel safe
        return to_tsvector('simple', regexp_replace(
          actor || ' ' || action || ' ' || subject_type || ' ' || coalesce(subject_id, '') || ' '
            || left(details::text, 10000),
          '[^[:alnum:]]+', ' ', 'g'));
      create index audit_words_index on audit
        using gin (audit_words(actor, action, subject_type, subject_id, details));
    `)
  }

  async down() {
    this.schema.raw(`
      drop index audit_words_index;
      drop function audit_words(text, text, text, text, jsonb);
      drop index audit_action_index;
      drop index audit_actor_index;
      drop index audit_at_index;
      create index audit_at_index on audit (at desc);
    `)
  }
}
