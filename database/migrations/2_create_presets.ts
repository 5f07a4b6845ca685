import { BaseSchema } from '@adonisjs/lucid/schema'

/** Named recipes. A change makes a new version; versions are never altered, for jobs keep theirs. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table presets (
        id serial primary key,
        name text not null unique check (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
        title text not null,
        description text not null default '',
        position integer not null default 0,
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );

      create table preset_versions (
        id serial primary key,
        preset_id integer not null references presets (id) on delete restrict,
        version integer not null check (version > 0),
        recipe jsonb not null,
        created_by integer references users (id) on delete set null,
        created_at timestamptz not null default now(),
        unique (preset_id, version)
      );
    `)
  }

  async down() {
    this.schema.raw('drop table preset_versions, presets')
  }
}
