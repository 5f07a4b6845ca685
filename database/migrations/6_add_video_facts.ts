import { BaseSchema } from '@adonisjs/lucid/schema'

/** What people filter and sort videos by, out of the whole that the probe saw; and what an analysis found. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table videos
        add column real_frame_rate double precision,
        add column is_vfr boolean not null default false,
        add column is_interlaced boolean not null default false,
        add column hdr text check (hdr in ('pq', 'hlg')),
        add column video_bit_rate bigint,
        add column audio_bit_rate bigint,
        add column audio_channels integer,
        add column audio_layout text,
        add column has_subtitles boolean not null default false,
        add column has_cover_art boolean not null default false,
        add column has_chapters boolean not null default false,
        add column has_data boolean not null default false,
        add column warnings text[] not null default '{}',
        add column analysis jsonb;
      update videos set
        real_frame_rate = (media_info #>> '{video,realFrameRate}')::double precision,
        is_vfr = coalesce((media_info #>> '{video,isVariableFrameRate}')::boolean, false),
        is_interlaced = coalesce((media_info #>> '{video,isInterlaced}')::boolean, false),
        hdr = media_info #>> '{video,hdr}',
        video_bit_rate = (media_info #>> '{video,bitRate}')::bigint,
        audio_bit_rate = (media_info #>> '{audio,bitRate}')::bigint,
        audio_channels = (media_info #>> '{audio,channels}')::integer,
        audio_layout = media_info #>> '{audio,channelLayout}',
        has_subtitles = coalesce((media_info ->> 'hasSubtitles')::boolean, false),
        has_cover_art = coalesce((media_info ->> 'hasCoverArt')::boolean, false),
        has_chapters = coalesce((media_info ->> 'hasChapters')::boolean, false),
        has_data = coalesce((media_info ->> 'hasData')::boolean, false),
        warnings = array(select warning ->> 'code'
          from jsonb_array_elements(coalesce(media_info -> 'warnings', '[]')) as warning);
    `)
  }

  async down() {
    this.schema.raw(`
      alter table videos
        drop column real_frame_rate, drop column is_vfr, drop column is_interlaced, drop column hdr,
        drop column video_bit_rate, drop column audio_bit_rate, drop column audio_channels,
        drop column audio_layout, drop column has_subtitles, drop column has_cover_art,
        drop column has_chapters, drop column has_data, drop column warnings, drop column analysis
    `)
  }
}
