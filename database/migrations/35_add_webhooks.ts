import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who is told of events, what was sent to them, and what they answered. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table webhooks (
        id serial primary key,
        url text not null check (length(url) between 1 and 2000),
        description text not null default '',
        event_types text[] not null check (cardinality(event_types) > 0),
        secret text not null,
        former_secret text,
        former_secret_until timestamptz,
        is_enabled boolean not null default true,
        failing_since timestamptz,
        failure_count integer not null default 0 check (failure_count >= 0),
        stopped_at timestamptz,
        stop_reason text,
        created_by integer references users (id) on delete set null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint webhooks_former_secret_ends check ((former_secret is null) = (former_secret_until is null)),
        constraint webhooks_stopped_with_reason check ((stopped_at is null) = (stop_reason is null)),
        constraint webhooks_stopped_is_off check (stopped_at is null or not is_enabled)
      );
      comment on column webhooks.secret is 'encrypted with APP_KEY';
      comment on column webhooks.stopped_at is 'when Mediakeep itself turned it off';

      create table webhook_cursor (
        is_only boolean primary key default true check (is_only),
        event_id bigint not null default 0
      );
      comment on table webhook_cursor is 'up to which event deliveries are queued';
      insert into webhook_cursor default values;

      create table webhook_deliveries (
        id bigint generated always as identity primary key,
        webhook_id integer not null references webhooks (id) on delete cascade,
        event_id bigint not null references events (id) on delete cascade,
        line text not null,
        status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'dismissed')),
        attempt_count integer not null default 0,
        failed_tries integer not null default 0,
        next_try_at timestamptz not null default now(),
        give_up_at timestamptz not null,
        lease_token bigint not null default 0,
        lease_expires_at timestamptz,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        unique (webhook_id, event_id),
        constraint webhook_deliveries_finished_when_ended check ((status <> 'pending') = (finished_at is not null)),
        constraint webhook_deliveries_lease_while_pending check (lease_expires_at is null or status = 'pending')
      );
      comment on column webhook_deliveries.failed_tries is 'since it was asked for; a replay asks anew';
      comment on column webhook_deliveries.line is 'what is sent in order: one video, or one batch';
      create index webhook_deliveries_due on webhook_deliveries (webhook_id, next_try_at, event_id) where status = 'pending';
      create index webhook_deliveries_line on webhook_deliveries (webhook_id, line, event_id) where status = 'pending';
      create index webhook_deliveries_leased on webhook_deliveries (webhook_id) where lease_expires_at is not null;
      create index webhook_deliveries_status on webhook_deliveries (webhook_id, status, id);
      create index webhook_deliveries_newest on webhook_deliveries (webhook_id, id);
      create index webhook_deliveries_event on webhook_deliveries (event_id);

      create table webhook_attempts (
        id bigint generated always as identity primary key,
        delivery_id bigint not null references webhook_deliveries (id) on delete cascade,
        number integer not null check (number > 0),
        request_headers jsonb not null default '{}',
        status integer,
        response_headers jsonb,
        response_body text,
        is_body_cut boolean not null default false,
        error_code text,
        error text,
        duration_ms integer,
        created_at timestamptz not null default now(),
        unique (delivery_id, number)
      );
    `)
    this.schema.raw(`
      create function tell_deliveries() returns trigger language plpgsql as $$ begin
        perform pg_notify('webhook_deliveries', '');
        return null;
      end $$;
      create trigger tell_insert after insert on webhook_deliveries
        for each statement execute function tell_deliveries();
      create trigger tell_switch after update of is_enabled on webhooks
        for each statement execute function tell_deliveries();
    `)
  }

  async down() {
    this.schema.raw('drop table webhook_attempts, webhook_deliveries, webhook_cursor, webhooks')
    this.schema.raw('drop function tell_deliveries()')
  }
}
