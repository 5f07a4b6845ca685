import { BaseSchema } from '@adonisjs/lucid/schema'

/** A job is asked for by a preset, or by an operation with parameters of its own and the recipe they make. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table jobs drop constraint jobs_operation_check;
      alter table jobs
        add constraint jobs_operation_check check (operation ~ '^[a-z][a-z_]{0,31}$'),
        alter column preset_version_id drop not null,
        add column parameters jsonb not null default '{}',
        add column recipe jsonb,
        add constraint jobs_preset_or_recipe
          check ((preset_version_id is null) = (recipe is not null));
      create unique index jobs_one_active_operation on jobs (video_id, operation, md5(parameters::text))
        where status in ('queued', 'running') and preset_version_id is null;
      alter table renditions alter column preset_version_id drop not null;
    `)
  }

  async down() {
    this.schema.raw(`
      delete from renditions where preset_version_id is null;
      delete from jobs where preset_version_id is null;
      alter table renditions alter column preset_version_id set not null;
      drop index jobs_one_active_operation;
      alter table jobs
        drop constraint jobs_preset_or_recipe,
        drop column recipe,
        drop column parameters,
        alter column preset_version_id set not null,
        drop constraint jobs_operation_check,
        add constraint jobs_operation_check check (operation in ('transcode'));
    `)
  }
}
