import { BaseSchema } from '@adonisjs/lucid/schema'

/** A rendition may be several files: a playlist with its segments, sprite sheets with their cues. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table renditions
        add column kind text not null default 'video'
          check (kind in ('video', 'audio', 'image', 'hls', 'storyboard', 'subtitles')),
        add column files jsonb not null default '[]' check (jsonb_typeof(files) = 'array');
      update renditions set files = jsonb_build_array(jsonb_build_object(
        'name', regexp_replace(file_key, '^.*/', ''), 'key', file_key,
        'sizeBytes', size_bytes, 'sha256', sha256, 'mimeType', mime_type));
    `)
  }

  async down() {
    this.schema.raw('alter table renditions drop column files, drop column kind')
  }
}
