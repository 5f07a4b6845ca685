import { BaseSchema } from '@adonisjs/lucid/schema'

/** A source may be sound alone: then it has neither size nor codec of pictures, and sound for certain. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table videos
        alter column width drop not null,
        alter column height drop not null,
        alter column video_codec drop not null,
        add constraint videos_pictures_are_whole
          check (num_nulls(width, height, video_codec) in (0, 3)),
        add constraint videos_have_pictures_or_sound
          check (video_codec is not null or has_audio);
    `)
  }

  /** Sound alone has no place in the older shape. */
  async down() {
    this.schema.raw(`
      delete from videos where video_codec is null;
      alter table videos
        drop constraint videos_have_pictures_or_sound,
        drop constraint videos_pictures_are_whole,
        alter column width set not null,
        alter column height set not null,
        alter column video_codec set not null;
    `)
  }
}
