import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { sniffContent } from '#media/probe/sniff_content'

const iso = (brand: string) => `\0\0\0\x20ftyp${brand}\0\0\0\0`

test.group('sniffContent', (group) => {
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('{what} is told by its first bytes: {code}')
    .with([
      { what: 'a PNG', bytes: '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', code: 'INPUT_IS_IMAGE' },
      {
        what: 'a broken PNG',
        bytes: '\x89PNG\r\n\x1a\n\xff\xff\xff\xff    ',
        code: 'INPUT_UNREADABLE',
      },
      { what: 'a JPEG', bytes: '\xff\xd8\xff\xe0', code: 'INPUT_IS_IMAGE' },
      { what: 'a WebP', bytes: 'RIFF\0\0\0\0WEBPVP8 ', code: 'INPUT_IS_IMAGE' },
      { what: 'a TIFF', bytes: 'II*\0', code: 'INPUT_IS_IMAGE' },
      { what: 'an AVIF', bytes: iso('avif'), code: 'INPUT_IS_IMAGE' },
      { what: 'an AVIF that moves', bytes: iso('avis'), code: 'INPUT_IS_IMAGE' },
      { what: 'a HEIC', bytes: iso('heic'), code: 'INPUT_IS_IMAGE' },
      { what: 'an SVG', bytes: '<?xml version="1.0"?>\n<svg xmlns="x">', code: 'INPUT_IS_IMAGE' },
      { what: 'a playlist', bytes: '#EXTM3U\n#EXT', code: 'INPUT_MANIFEST' },
      { what: 'a playlist behind a mark', bytes: '\xef\xbb\xbf#EXTM3U\n', code: 'INPUT_MANIFEST' },
      { what: 'a playlist behind lines', bytes: '\n\n  #extm3u\n', code: 'INPUT_MANIFEST' },
      { what: 'a concat script', bytes: 'ffconcat version 1.0\n', code: 'INPUT_MANIFEST' },
      { what: 'a DASH manifest', bytes: '<?xml?>\n<MPD a="b">', code: 'INPUT_MANIFEST' },
      { what: 'an SDP', bytes: 'v=0\r\no=-', code: 'INPUT_MANIFEST' },
      { what: 'WebVTT', bytes: 'WEBVTT\n\n', code: 'INPUT_IS_SUBTITLE' },
      { what: 'SubRip', bytes: '1\r\n00:00:01,000 --> 00:00:02', code: 'INPUT_IS_SUBTITLE' },
      { what: 'ASS', bytes: '[Script Info]\n', code: 'INPUT_IS_SUBTITLE' },
      { what: 'a letter', bytes: 'Dear video,\n', code: 'INPUT_UNREADABLE' },
      { what: 'a web page', bytes: '<!DOCTYPE html><video>', code: 'INPUT_UNREADABLE' },
      { what: 'a script', bytes: '#!/bin/sh\nrm -rf /', code: 'INPUT_UNREADABLE' },
    ])
    .run(async ({ assert, fs }, { bytes, code }) => {
      const path = join(fs.basePath, 'x.mp4')
      await writeFile(path, bytes, 'latin1')

      assert.equal((await sniffContent(path))?.code, code)
    })

  test('{what} is worth a probe')
    .with([
      { what: 'an MP4', bytes: iso('isom') },
      { what: 'an MP4 of HEVC', bytes: iso('hvc1') },
      { what: 'a QuickTime file', bytes: iso('qt  ') },
      { what: 'a Matroska', bytes: '\x1a\x45\xdf\xa3\x01\0\0\0' },
      { what: 'an AVI', bytes: 'RIFF\0\0\0\0AVI LIST' },
      { what: 'a transport stream', bytes: `G${'\0'.repeat(187)}G` },
      { what: 'a GIF', bytes: 'GIF89a\x01\0\x01\0' },
      { what: 'an Ogg', bytes: 'OggS\0\x02' },
      { what: 'words behind a NUL', bytes: '\0#EXTM3U' },
    ])
    .run(async ({ assert, fs }, { bytes }) => {
      const path = join(fs.basePath, 'x.txt')
      await writeFile(path, bytes, 'latin1')

      assert.isNull(await sniffContent(path))
    })
})
