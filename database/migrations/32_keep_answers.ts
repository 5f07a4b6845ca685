import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was answered to requests that may come again under the same key. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table idempotent_requests (
        id bigserial primary key,
        user_id integer not null references users (id) on delete cascade,
        key text not null check (length(key) between 1 and 255),
        method text not null,
        path text not null,
        body_hash text not null,
        said jsonb,
        asked_at timestamptz not null default now(),
        lease integer not null default 1,
        leased_until timestamptz,
        status smallint check (status between 200 and 399),
        headers jsonb,
        body text,
        unique (user_id, key),
        check ((status is null) = (leased_until is not null))
      );
      create index idempotent_requests_age_index on idempotent_requests (asked_at);
      comment on column idempotent_requests.said is 'the body, to tell what another one says otherwise; null where it is long';
      comment on column idempotent_requests.leased_until is 'until when whoever answers it is believed to live';
    `)
  }

  async down() {
    this.schema.raw('drop table idempotent_requests')
  }
}
