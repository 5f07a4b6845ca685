import { BaseSchema } from '@adonisjs/lucid/schema'

/** When a lane may work, by the clock on somebody's wall. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table work_windows (
        id serial primary key,
        lane text not null references lanes (name),
        days integer[] not null
          check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
        from_minute integer not null check (from_minute between 0 and 1439),
        to_minute integer not null check (to_minute between 0 and 1439),
        time_zone text not null,
        at_end text not null default 'finish' check (at_end in ('finish', 'freeze')),
        is_enabled boolean not null default true,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      comment on column work_windows.days is 'on which it begins, 1 Monday to 7 Sunday';
      comment on column work_windows.to_minute is
        'of the day; not after from_minute: of the next day';

      alter table jobs add column frozen_at timestamptz;
      comment on column jobs.frozen_at is 'when the end of a work window made it stand still';
      create index jobs_frozen_index on jobs (lane)
        where frozen_at is not null and status in ('queued', 'running');
    `)
  }

  async down() {
    this.schema.raw(`
      drop index jobs_frozen_index;
      alter table jobs drop column frozen_at;
      drop table work_windows;
    `)
  }
}
