import { BaseSchema } from '@adonisjs/lucid/schema'

/** People are invited, disabled and signed out by others; links let them choose a password once. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table users
        add column session_generation integer not null default 1 check (session_generation > 0),
        add column joined_at timestamptz default now(),
        add column signed_in_at timestamptz,
        add column disabled_at timestamptz;
      comment on column users.session_generation is 'sessions of an earlier one have ended';
      comment on column users.joined_at is 'null: invited, and has no password yet';

      create table password_links (
        user_id integer primary key references users (id) on delete cascade,
        purpose text not null check (purpose in ('invitation', 'reset')),
        secret_hash char(64) not null unique,
        expires_at timestamptz not null,
        created_at timestamptz not null default now()
      );
    `)
  }

  async down() {
    this.schema.raw(`
      drop table password_links;
      alter table users
        drop column disabled_at,
        drop column signed_in_at,
        drop column joined_at,
        drop column session_generation;
    `)
  }
}
