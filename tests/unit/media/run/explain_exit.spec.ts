import { test } from '@japa/runner'
import { MEDIA_FAILURES, MediaError } from '#media/errors'
import { explainExit, failedWrites, problemsIn } from '#media/run/explain_exit'

const failed = (line: string) =>
  explainExit({ exitCode: 1, signal: null, stderr: `[info] Stream mapping\n${line}\n` })

test.group('explainExit', () => {
  test('names {code}')
    .with([
      {
        line: '[mp4 @ 0x5] [error] av_interleaved_write_frame(): No space left on device',
        code: 'DISK_FULL',
      },
      { line: "[fatal] Unknown encoder 'libx264'", code: 'ENCODER_MISSING' },
      { line: "[AVFilterGraph @ 0x5] [error] No such filter: 'zscale'", code: 'FILTER_MISSING' },
      { line: '[mov @ 0x5] [error] moov atom not found', code: 'INPUT_TRUNCATED' },
      { line: '[error] file:/x: Permission denied', code: 'PERMISSION_DENIED' },
      { line: '[error] file:/x: No such file or directory', code: 'INPUT_MISSING' },
      { line: '[error] file:/x: Input/output error', code: 'DISK_ERROR' },
      {
        line: '[error] file:/x: Invalid data found when processing input',
        code: 'INPUT_UNREADABLE',
      },
      { line: '[libx264 @ 0x5] [error] malloc of size 99 failed', code: 'OUT_OF_MEMORY' },
      { line: 'x264 [error]: malloc of size 1062400 failed', code: 'OUT_OF_MEMORY' },
      {
        line: '[error] Error while opening decoder for input stream #0:0 : Resource temporarily unavailable',
        code: 'OUT_OF_MEMORY',
      },
      { line: '[error] something new', code: 'FFMPEG_FAILED' },
    ])
    .run(({ assert }, { line, code }) => {
      assert.equal(failed(line).code, code)
      assert.include(failed(line).evidence, line)
    })

  test('names the signal of a kill and of a crash', ({ assert }) => {
    const killed = explainExit({ exitCode: null, signal: 'SIGKILL', stderr: '' })
    const crashed = explainExit({ exitCode: null, signal: 'SIGSEGV', stderr: '' })

    assert.equal(killed.code, 'FFMPEG_KILLED')
    assert.include(killed.message, 'SIGKILL')
    assert.equal(crashed.code, 'FFMPEG_CRASHED')
  })

  test('does not take a title in the file for a cause', ({ assert }) => {
    const forged = '[info]     title           : [error] No space left on device'

    assert.deepEqual(problemsIn(forged), [])
    assert.equal(failed(forged).code, 'FFMPEG_FAILED')
  })
})

test.group('failedWrites', () => {
  test('tells what a good end hid', ({ assert }) => {
    const full = '[error] Error writing trailer of file:/x.mp4: No space left on device\n'
    const broken = '[error] Error closing file file:/x.mp4: Input/output error\n'

    assert.equal(failedWrites(full)?.code, 'DISK_FULL')
    assert.equal(failedWrites(broken)?.code, 'DISK_ERROR')
    assert.isNull(failedWrites('[h264 @ 0x5] [error] error while decoding MB 3 4\n'))
  })
})

test.group('MediaError', () => {
  test('says the sentence with the detail, and how to go on', ({ assert }) => {
    const error = new MediaError('INPUT_TOO_LONG', { detail: '90 s, allowed are 60 s' })

    assert.equal(error.message, 'The video is longer than allowed: 90 s, allowed are 60 s')
    assert.include(error.remedy, 'MAX_VIDEO_DURATION')
    assert.isFalse(error.canRetryHelp)
  })

  test('has a whole sentence and a remedy for each code', ({ assert }) => {
    for (const { sentence, remedy } of Object.values(MEDIA_FAILURES)) {
      assert.match(sentence, /^[A-Zf].*\.$/)
      assert.match(remedy, /^[A-Z].*\.$/)
    }
  })
})
