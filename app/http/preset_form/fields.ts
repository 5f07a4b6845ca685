import { AUDIO_CODECS, CONTAINERS } from '#media/recipe/formats'
import { VIDEO } from '#http/preset_form/video_fields'
import type { Field, Section } from '#http/preset_form/field'

export const NAME_FIELD: Field = {
  path: 'name',
  label: 'Name',
  hint: 'Of the file: lower case letters, digits, _ and -; unique in the preset',
  kind: 'text',
}

export const CONTAINER_FIELD: Field = {
  path: 'container',
  label: 'Container',
  hint: 'mp4 plays everywhere; webm goes with VP9 and AV1; mp3, m4a, opus and wav are sound alone',
  kind: 'choice',
  options: CONTAINERS,
}

const AUDIO: Section = {
  key: 'audio',
  title: 'Sound',
  toggle: 'hasAudio',
  hint: 'Leave it out for silent pictures',
  fields: [
    {
      path: 'codecs',
      label: 'Codecs',
      hint: `Best first, with commas; one that does not fit the container is passed over: ${AUDIO_CODECS.join(', ')}`,
      kind: 'list',
    },
    {
      path: 'bitRate',
      label: 'Rate, at most',
      hint: '128 is good stereo with AAC, 64 is enough for speech',
      kind: 'number',
      unit: 'kbit/s',
      scale: 1000,
    },
    {
      path: 'loudnessLufs',
      label: 'Bring to loudness',
      hint: '-16 for the web, -23 for broadcast (EBU R128)',
      kind: 'number',
      unit: 'LUFS',
      placeholder: 'As it is',
      isNullable: true,
    },
  ],
}

const STILL: Section = {
  key: 'still',
  title: 'One picture only',
  toggle: 'hasStill',
  hint: 'A still instead of a film: goes with jpg, png, webp, avif',
  fields: [
    {
      path: 'atS',
      label: 'Taken at',
      hint: 'Seconds from the start',
      kind: 'number',
      unit: 's',
      placeholder: 'A moment that shows something',
      isNullable: true,
    },
  ],
}

/** Of each rendition, in the order in which people see them. */
export const RENDITION_SECTIONS: Section[] = [VIDEO, AUDIO, STILL]

/** Of the preset as a whole. */
export const PRESET_SECTIONS: Section[] = [
  {
    key: 'poster',
    title: 'Poster',
    toggle: 'hasPoster',
    hint: 'The still that stands for the video; of sound alone a waveform',
    fields: [
      {
        path: 'width',
        label: 'Width, at most',
        hint: 'Never wider than the video',
        kind: 'number',
        unit: 'pixels',
      },
      STILL.fields[0],
    ],
  },
  {
    key: 'hls',
    title: 'HLS',
    toggle: 'hasHls',
    hint: 'The H.264 renditions in MP4 as a ladder too, so that players change quality while they play',
    fields: [
      { ...NAME_FIELD, hint: 'Of the folder, unlike every rendition’s' },
      {
        path: 'segmentS',
        label: 'Length of a segment',
        hint: '2 to 10 are usual; shorter ones start sooner and cost a little size',
        kind: 'number',
        unit: 's',
      },
    ],
  },
  {
    key: 'storyboard',
    title: 'Storyboard',
    toggle: 'hasStoryboard',
    hint: 'Small pictures of every moment, for the preview over a player’s bar',
    fields: [
      {
        path: 'tileWidth',
        label: 'Width of a picture',
        hint: '160 is usual',
        kind: 'number',
        unit: 'pixels',
      },
      { path: 'columns', label: 'Beside each other', hint: 'In a sheet', kind: 'number' },
      {
        path: 'maxTiles',
        label: 'Pictures, at most',
        hint: 'Spread evenly over the video',
        kind: 'number',
      },
    ],
  },
  {
    key: 'trim',
    title: 'A part only',
    toggle: 'hasTrim',
    hint: 'The same part of every video',
    fields: [
      { path: 'startS', label: 'From', hint: 'Of the source', kind: 'number', unit: 's' },
      {
        path: 'endS',
        label: 'To',
        hint: 'Of the source',
        kind: 'number',
        unit: 's',
        placeholder: 'Its end',
        isNullable: true,
      },
    ],
  },
]
