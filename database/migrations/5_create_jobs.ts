import { BaseSchema } from '@adonisjs/lucid/schema'

/** Work: what was asked for, each try at it, and what was published. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table batches (
        id serial primary key,
        preset_version_id integer not null references preset_versions (id),
        filter jsonb not null default '{}',
        job_count integer not null default 0 check (job_count >= 0),
        created_by integer references users (id) on delete set null,
        created_at timestamptz not null default now()
      );

      create table workers (
        id text primary key,
        host_name text not null,
        pid integer not null,
        concurrency integer not null check (concurrency > 0),
        started_at timestamptz not null default now(),
        heartbeat_at timestamptz not null default now(),
        stopped_at timestamptz
      );

      create table jobs (
        id uuid primary key,
        video_id integer not null references videos (id) on delete cascade,
        operation text not null default 'transcode' check (operation in ('transcode')),
        preset_version_id integer not null references preset_versions (id),
        batch_id integer references batches (id) on delete set null,
        status text not null default 'queued'
          check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
        phase text check (phase in ('probe', 'plan', 'encode', 'verify', 'publish')),
        progress real not null default 0 check (progress between 0 and 1),
        plan jsonb,
        attempt_count integer not null default 0,
        failure_count integer not null default 0,
        lost_count integer not null default 0,
        failure_cause text,
        failure_message text,
        due_at timestamptz not null default now(),
        reminder_id text,
        reminded_at timestamptz,
        lease_token bigint not null default 0,
        lease_owner text,
        lease_expires_at timestamptz,
        cancel_requested_at timestamptz,
        cancelled_by text,
        requested_by integer references users (id) on delete set null,
        requested_via text not null,
        queued_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint jobs_lease_while_running
          check ((status = 'running') = (lease_owner is not null and lease_expires_at is not null)),
        constraint jobs_finished_when_ended
          check ((status in ('completed', 'failed', 'cancelled')) = (finished_at is not null)),
        constraint jobs_failed_with_cause
          check (status <> 'failed' or failure_cause is not null)
      );
      create unique index jobs_one_active on jobs (video_id, preset_version_id, operation)
        where status in ('queued', 'running');
      create index jobs_video_index on jobs (video_id, created_at desc);
      create index jobs_status_index on jobs (status, created_at desc);
      create index jobs_batch_index on jobs (batch_id) where batch_id is not null;
      create index jobs_lease_index on jobs (lease_expires_at) where status = 'running';
      create index jobs_waiting_index on jobs (reminded_at nulls first) where status = 'queued';
      create index jobs_finished_index on jobs (finished_at) where finished_at is not null;

      create table attempts (
        id serial primary key,
        job_id uuid not null references jobs (id) on delete cascade,
        number integer not null check (number > 0),
        lease_token bigint not null,
        worker_id text not null,
        status text not null default 'running'
          check (status in ('running', 'completed', 'failed', 'cancelled', 'lost', 'handed_back')),
        argv jsonb,
        log text not null default '',
        process_id integer,
        cpu_s double precision,
        wall_ms double precision,
        peak_memory_bytes bigint,
        cause text,
        message text,
        evidence text,
        started_at timestamptz not null default now(),
        finished_at timestamptz,
        unique (job_id, number),
        constraint attempts_finished_when_ended
          check ((status <> 'running') = (finished_at is not null))
      );

      create table renditions (
        id serial primary key,
        video_id integer not null references videos (id) on delete cascade,
        job_id uuid references jobs (id) on delete set null,
        attempt_id integer references attempts (id) on delete set null,
        preset_version_id integer not null references preset_versions (id),
        name text not null,
        file_key text not null unique,
        mime_type text not null,
        size_bytes bigint not null check (size_bytes > 0),
        sha256 char(64) not null,
        duration_s double precision not null,
        width integer,
        height integer,
        bit_rate bigint,
        video_codec text,
        audio_codec text,
        decision text not null check (decision in ('copy', 'remux', 'encode')),
        reason text not null,
        proof jsonb not null,
        created_at timestamptz not null default now(),
        unique (video_id, name)
      );
      create index renditions_job_index on renditions (job_id);
    `)
  }

  async down() {
    this.schema.raw('drop table renditions, attempts, jobs, workers, batches')
  }
}
