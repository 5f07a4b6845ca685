import { BaseSchema } from '@adonisjs/lucid/schema'

/** Where the time of an attempt went, and how quick which work is where: what forecasts are made from. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table attempts add column timings jsonb check (jsonb_typeof(timings) = 'object');

      create table speeds (
        work text not null,
        pixels text not null,
        codec text not null,
        host text not null,
        mean double precision not null check (mean >= 0),
        variance double precision not null default 0 check (variance >= 0),
        samples integer not null default 1 check (samples > 0),
        updated_at timestamptz not null default now(),
        primary key (work, pixels, codec, host)
      );
      comment on column speeds.mean is
        'seconds of an attempt for each second of the source; of pictures, for each job. Empty names: any';
    `)
  }

  async down() {
    this.schema.raw('drop table speeds; alter table attempts drop column timings')
  }
}
