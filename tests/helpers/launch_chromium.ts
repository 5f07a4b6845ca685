import { chromium, type LaunchOptions } from 'playwright'

/** The machine's own Chromium, kept from calling anybody. */
export function launchChromium(options: LaunchOptions) {
  return chromium.launch({
    ...options,
    headless: true,
    executablePath: process.env.CHROMIUM_BINARY ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
}
