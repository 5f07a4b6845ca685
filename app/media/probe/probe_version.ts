/** Raised whenever the probe sees more or otherwise, so that what an older one saw can be looked at again. */
export const PROBE_VERSION = 1
