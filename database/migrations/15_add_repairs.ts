import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the reconciler did so far, and whose turn it is to look; videos that somebody wants gone. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table repairs (
        kind text primary key,
        total bigint not null default 0 check (total >= 0),
        last_repair_at timestamptz,
        looked_at timestamptz
      );

      alter table videos
        add column deletion_requested_at timestamptz,
        add column deletion_requested_by jsonb,
        add constraint videos_deleted_by_somebody
          check ((deletion_requested_at is null) = (deletion_requested_by is null));
      create index videos_deletion_index on videos (deletion_requested_at)
        where deletion_requested_at is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index videos_deletion_index;
      alter table videos
        drop constraint videos_deleted_by_somebody,
        drop column deletion_requested_by,
        drop column deletion_requested_at;
      drop table repairs;
    `)
  }
}
