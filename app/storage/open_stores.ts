import { FallbackStore } from '#storage/fallback_store'
import type { MediaStore } from '#storage/media_store'
import { openStore, type StoreKind, type StoreSettings } from '#storage/open_store'

/** The store of a library that may be on its way out of another one. @throws StoreNotSet */
export async function openStores(
  kind: StoreKind,
  former: StoreKind | null,
  settings: StoreSettings
): Promise<MediaStore> {
  const store = await openStore(kind, settings)
  return former ? new FallbackStore(store, await openStore(former, settings)) : store
}
