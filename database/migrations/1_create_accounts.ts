import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who may sign in, the tokens of programs, and who did what. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table users (
        id serial primary key,
        full_name text not null,
        email text not null,
        password text not null,
        role text not null check (role in ('viewer', 'operator', 'admin')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index users_email_unique on users (lower(email));

      create table auth_access_tokens (
        id serial primary key,
        tokenable_id integer not null references users (id) on delete cascade,
        type text not null,
        name text,
        hash text not null,
        abilities text not null,
        created_at timestamptz,
        updated_at timestamptz,
        last_used_at timestamptz,
        expires_at timestamptz
      );
      create index auth_access_tokens_tokenable_index on auth_access_tokens (tokenable_id);

      create table rate_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );

      create table audit (
        id bigserial primary key,
        at timestamptz not null default now(),
        user_id integer references users (id) on delete set null,
        actor text not null,
        via text not null check (via in ('console', 'api', 'ace', 'schedule', 'worker', 'system')),
        action text not null,
        subject_type text not null,
        subject_id text,
        details jsonb not null default '{}'
      );
      create index audit_subject_index on audit (subject_type, subject_id, id desc);
      create index audit_at_index on audit (at desc);
    `)
  }

  async down() {
    this.schema.raw('drop table audit, rate_limits, auth_access_tokens, users')
  }
}
