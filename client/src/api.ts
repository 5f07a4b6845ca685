/* Made by ./ace openapi --types from the description of the API: do not edit. */
export interface paths {
    "/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List videos
         * @description The newest first, or by `sort`. Archived ones are passed over unless they are asked for.
         */
        get: operations["listVideos"];
        put?: never;
        /**
         * Upload a video
         * @description One file, streamed: memory stays flat whatever its size. It is looked into before it is taken. The other fields stand before or behind it. With a preset a job is started too, for which the token needs `jobs:write`.
         */
        post: operations["uploadVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a video
         * @description With what a worker found out about its colours and its loudness.
         */
        get: operations["getVideo"];
        put?: never;
        post?: never;
        /**
         * Delete a video
         * @description With its renditions and its jobs, for good.
         */
        delete: operations["deleteVideo"];
        options?: never;
        head?: never;
        /**
         * Edit a video
         * @description What is left out stays.
         */
        patch: operations["editVideo"];
        trace?: never;
    };
    "/videos/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask how far a video is */
        get: operations["getVideoStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an upload
         * @description Nothing is sent yet, or the first piece with it. A `preset` is for a token that has `jobs:write`, too.
         */
        post: operations["beginUpload"];
        delete?: never;
        /**
         * Ask what can be done
         * @description Versions and extensions of the protocol, and the algorithms of checksums.
         */
        options: operations["askUploadOptions"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an upload
         * @description To `HEAD` the protocol’s own answer, with `Upload-Offset`.
         */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        /** Give an upload up */
        delete: operations["giveUploadUp"];
        options?: never;
        head?: never;
        /** Send a piece */
        patch: operations["sendPiece"];
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description The newest first.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Fetch a file
         * @description As `POST /videos` with JSON. With a preset the token needs `jobs:write`, too. The file is what its content says, whatever its name and type.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an import up
         * @description What has arrived of it goes.
         */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch it anew */
        post: operations["retryImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}/renditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List renditions */
        get: operations["listRenditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}/renditions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a rendition
         * @description Its file. Of several files the first: 302 leads there, so that it finds the others. With `S3_REDIRECT_TTL` 302 leads to the bucket.
         */
        get: operations["getRendition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}/renditions/{name}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of several files */
        get: operations["getRenditionFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the poster
         * @description The still that stands for the video; of sound alone a waveform.
         */
        get: operations["getPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the original */
        get: operations["getOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make signed links
         * @description Addresses that play and save files without a token, until they end.
         */
        post: operations["makeLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description The newest first, or by `sort`.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a job
         * @description With its plan, its attempts and, where it failed, the cause.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a job’s turn */
        patch: operations["changeJob"];
        trace?: never;
    };
    "/jobs/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job’s log
         * @description The command of an attempt, and what ffmpeg said: its first and last 64 KiB are kept. While it runs the log grows.
         */
        get: operations["getJobLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/videos/{id}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a job
         * @description By a preset, or by an operation with its parameters. Accepted once its row stands, also while Redis is away.
         */
        post: operations["startJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job
         * @description One that waits is cancelled; one that runs is asked to stop.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a job
         * @description Nobody takes it, or its programs stand still within about a second and nothing is lost. It stays paused when its worker ends.
         */
        post: operations["pauseJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a job
         * @description It goes on as if nothing had been.
         */
        post: operations["resumeJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a job
         * @description One that failed or was cancelled, with the preset version that it was asked with.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List operations */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List presets */
        get: operations["listPresets"];
        put?: never;
        /** Add a preset */
        post: operations["addPreset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/presets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a preset */
        get: operations["getPreset"];
        put?: never;
        post?: never;
        /**
         * Take a preset off the offer
         * @description Jobs asked for with it keep its versions.
         */
        delete: operations["removePreset"];
        options?: never;
        head?: never;
        /**
         * Change a preset
         * @description What is left out stays. Another recipe or other limits are a new version.
         */
        patch: operations["changePreset"];
        trace?: never;
    };
    "/presets/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a preset’s versions */
        get: operations["listPresetVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List batches
         * @description The newest first.
         */
        get: operations["listBatches"];
        put?: never;
        /**
         * Start a batch
         * @description A job by one preset for each video that fits, the oldest first; those being processed with it already are passed over. With `dry_run` nothing is started: the answer says how many it would be, and why others are left out.
         */
        post: operations["startBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a batch */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a batch’s turn
         * @description Of its jobs that wait.
         */
        patch: operations["changeBatch"];
        trace?: never;
    };
    "/batches/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a batch
         * @description What waits is held, what runs goes on.
         */
        post: operations["pauseBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a batch go on
         * @description Also what waits behind the canary.
         */
        post: operations["releaseBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a batch
         * @description What waits is cancelled, what runs is asked to stop.
         */
        post: operations["cancelBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sweeps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many videos
         * @description To delete takes an administrator; to retry and to cancel jobs the token needs `jobs:write`, too. With `dry_run` nothing is changed: the answer says how many videos fit, which `expected` can hold the request to.
         */
        post: operations["startSweep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sweeps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a sweep */
        get: operations["getSweep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dead letters
         * @description The latest first; `causes` counts those of the whole filter, not of the page.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry dead letters
         * @description Work that waits or runs anew already is passed over.
         */
        post: operations["retryDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss dead letters
         * @description The failure stays told, and the job can still be retried by itself.
         */
        post: operations["dismissDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at the queue
         * @description What waits, runs and failed, who works, and when all of it is done.
         */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workers
         * @description Those heard of in the last seconds, with what they can run and do run.
         */
        get: operations["listWorkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/lanes/{lane}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look at a lane */
        get: operations["getLane"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Limit a lane
         * @description Jobs at once over all workers.
         */
        patch: operations["changeLane"];
        trace?: never;
    };
    "/queue/lanes/{lane}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a lane
         * @description No job is begun, what runs goes on.
         */
        post: operations["pauseLane"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/lanes/{lane}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a lane
         * @description Also where its breaker had stopped it.
         */
        post: operations["resumeLane"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List work windows */
        get: operations["listWorkWindows"];
        put?: never;
        /** Add a work window */
        post: operations["addWorkWindow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/windows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look at a work window */
        get: operations["getWorkWindow"];
        put?: never;
        post?: never;
        /** Remove a work window */
        delete: operations["removeWorkWindow"];
        options?: never;
        head?: never;
        /**
         * Change a work window
         * @description Whole, or `is_enabled` alone.
         */
        patch: operations["changeWorkWindow"];
        trace?: never;
    };
    "/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List schedules */
        get: operations["listSchedules"];
        put?: never;
        /** Add a schedule */
        post: operations["addSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a schedule */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        /**
         * Delete a schedule
         * @description With its history.
         */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        /**
         * Change a schedule
         * @description What is left out stays.
         */
        patch: operations["changeSchedule"];
        trace?: never;
    };
    "/schedules/{id}/firings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List firings
         * @description The newest first.
         */
        get: operations["listFirings"];
        put?: never;
        /**
         * Run a schedule now
         * @description Also where it is off.
         */
        post: operations["runSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schedules/{id}/firings/{firing}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a firing */
        get: operations["getFiring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watermarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List watermarks */
        get: operations["listWatermarks"];
        put?: never;
        /** Add a watermark */
        post: operations["addWatermark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watermarks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a watermark */
        get: operations["getWatermark"];
        put?: never;
        post?: never;
        /** Remove a watermark */
        delete: operations["removeWatermark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/watermarks/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get its picture */
        get: operations["getWatermarkPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get statistics */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description The oldest first. What you changed yourself is there at once.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream events
         * @description Server-sent events: each has its `id`, its type as `event`, and as `data` the same JSON as in the list. After 15 minutes the stream ends: come again with the last id, as every client does by itself. A user may have ten of them.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /** Add a webhook */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description With all that was sent to it.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description What is left out stays.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a webhook
         * @description Sends `webhook.test` now, also where it is off, and waits for the answer.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret
         * @description For 24 hours what is sent has a signature by each, the new one first.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description The newest first.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a delivery */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a range of events again
         * @description By ids of events, or by times; both ends are included. Also what was never queued, as from before the webhook was made. At most 10,000.
         */
        post: operations["replayDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description With the same id; what waits for its next try is sent now.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a delivery
         * @description What waits behind it goes on.
         */
        post: operations["dismissDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit
         * @description The newest first.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get this description */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What went wrong, as RFC 9457 has it */
        Problem: {
            /**
             * @description Always this
             * @example about:blank
             * @enum {string}
             */
            type: "about:blank";
            /**
             * @description The status in words
             * @example Unprocessable Entity
             */
            title: string;
            /**
             * @description The HTTP status
             * @example 422
             */
            status: number;
            /**
             * @description Does not change: for programs
             * @example E_VALIDATION
             */
            code: string;
            /**
             * @description What is wrong and what helps, for people
             * @example Some fields are wrong
             */
            detail: string;
            /**
             * @description Stands in the log of the web process
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            request_id: string | null;
            /** @description Of `E_VALIDATION`: each field that is wrong */
            errors?: {
                /**
                 * @description Its path in the body or the query
                 * @example limit
                 */
                field: string;
                /**
                 * @description What it should be, for people
                 * @example The limit field must be between 1 and 100
                 */
                message: string;
                /**
                 * @description Which rule it broke
                 * @example range
                 */
                rule: string;
            }[];
        };
        PageMeta: {
            /**
             * @description At most so many on a page
             * @example 25
             */
            limit: number;
            /**
             * @description For `after`: the next page. Null: this is the last one
             * @example -created_at.WyIyMDI2LTA1Il0
             */
            next_cursor: string | null;
            /**
             * @description On all pages together
             * @example 3
             */
            total: number;
            /**
             * @description Or about so many, where they are too many to count
             * @example true
             */
            is_total_exact: boolean;
        };
        /** @description Why something failed */
        Cause: {
            /**
             * @description Does not change
             * @example INPUT_TRUNCATED
             */
            code: string;
            /**
             * @description What happened this time
             * @example The file ends within a picture
             */
            message: string | null;
            /**
             * @description What the code means
             * @example The file is incomplete.
             */
            sentence: string;
            /**
             * @description What helps
             * @example Upload the file again from its source.
             */
            remedy: string;
            /** @description Whether the same again may succeed */
            can_retry_help: boolean;
        };
        /** @description One source file and where it is in its life */
        Video: {
            /**
             * @description The video
             * @example 1
             */
            id: number;
            /**
             * @description What people call it
             * @example By the sea
             */
            title: string;
            /** @description People’s own words to find it by */
            tags: string[];
            /**
             * @description What programs keep with it
             * @example {
             *       "case": "4711"
             *     }
             */
            metadata: {
                [key: string]: string;
            };
            /**
             * @description The name under which it came
             * @example holiday.mov
             */
            original_name: string;
            /**
             * @description What its jobs say
             * @example pending
             * @enum {string}
             */
            status: "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * @description Of the original
             * @example 12345678
             */
            size_bytes: number;
            /**
             * @description Of the original
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * @description As ffprobe calls it
             * @example mov,mp4,m4a,3gp,3g2,mj2
             */
            container: string;
            /**
             * @description Measured, from the first moment to the last
             * @example 62.4
             */
            duration_seconds: number;
            /**
             * @description Pixels as shown; null for sound alone
             * @example 1920
             */
            width: number | null;
            /**
             * @description Pixels as shown; null for sound alone
             * @example 1080
             */
            height: number | null;
            /**
             * @description Pictures a second on average, measured; null for sound alone
             * @example 25
             */
            frame_rate: number | null;
            /**
             * @description bit/s of the whole file
             * @example 4200000
             */
            bit_rate: number | null;
            /**
             * @description As ffprobe calls it; null for sound alone
             * @example h264
             */
            video_codec: string | null;
            /**
             * @description As ffprobe calls it; null without sound
             * @example aac
             */
            audio_codec: string | null;
            /**
             * @description Whether there is sound that can be decoded
             * @example true
             */
            has_audio: boolean;
            /**
             * @description What the header claims; may be far off
             * @example 25
             */
            real_frame_rate: number | null;
            /**
             * @description Whether pictures come unevenly
             * @example false
             */
            is_variable_frame_rate: boolean;
            /**
             * @description Whether pictures are halves, by mark or by sight
             * @example false
             */
            is_interlaced: boolean;
            /**
             * @description Kind of high dynamic range; null: none
             * @example pq
             * @enum {string|null}
             */
            hdr: "pq" | "hlg" | null;
            /**
             * @description bit/s, measured; null for sound alone
             * @example 4000000
             */
            video_bit_rate: number | null;
            /**
             * @description bit/s, measured; null without sound
             * @example 128000
             */
            audio_bit_rate: number | null;
            /**
             * @description Of the usual track; null without sound
             * @example 2
             */
            audio_channels: number | null;
            /**
             * @description How the channels stand, where that is stated
             * @example stereo
             */
            audio_layout: string | null;
            /**
             * @description Whether there are subtitles in it
             * @example false
             */
            has_subtitles: boolean;
            /**
             * @description Whether there is a picture that is no video
             * @example false
             */
            has_cover_art: boolean;
            /**
             * @description Whether there are chapters
             * @example false
             */
            has_chapters: boolean;
            /**
             * @description Whether there is something that is neither picture, sound nor words
             * @example false
             */
            has_data: boolean;
            /** @description What people should know of the file */
            warnings: ("DURATION_MISMATCH" | "AUDIO_UNDECODABLE" | "ANIMATED_IMAGE" | "SIZE_CLAIM_WRONG" | "FRAME_RATE_IMPLAUSIBLE" | "DECODE_ERRORS" | "SHORTENED" | "DOLBY_VISION_COLOURS" | "INTERLACED_UNMARKED" | "SUBTITLES_LEFT_OUT" | "SUBTITLES_CHANGED")[];
            /**
             * Format: date-time
             * @description When it was taken in
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its record changed last
             * @example 2026-05-01T10:00:00.000Z
             */
            updated_at: string;
            links: {
                /**
                 * Format: uri-reference
                 * @description The video
                 * @example /api/v1/videos/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description How far it is
                 * @example /api/v1/videos/1/status
                 */
                status: string;
                /**
                 * Format: uri-reference
                 * @description Its published files
                 * @example /api/v1/videos/1/renditions
                 */
                renditions: string;
                /**
                 * Format: uri-reference
                 * @description The source bytes
                 * @example /api/v1/videos/1/original
                 */
                original: string;
                /**
                 * Format: uri-reference
                 * @description The poster; null where there is none yet
                 * @example /api/v1/videos/1/poster
                 */
                poster: string | null;
            };
        };
        VideoDetails: {
            /**
             * @description The video
             * @example 1
             */
            id: number;
            /**
             * @description What people call it
             * @example By the sea
             */
            title: string;
            /** @description People’s own words to find it by */
            tags: string[];
            /**
             * @description What programs keep with it
             * @example {
             *       "case": "4711"
             *     }
             */
            metadata: {
                [key: string]: string;
            };
            /**
             * @description The name under which it came
             * @example holiday.mov
             */
            original_name: string;
            /**
             * @description What its jobs say
             * @example pending
             * @enum {string}
             */
            status: "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * @description Of the original
             * @example 12345678
             */
            size_bytes: number;
            /**
             * @description Of the original
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * @description As ffprobe calls it
             * @example mov,mp4,m4a,3gp,3g2,mj2
             */
            container: string;
            /**
             * @description Measured, from the first moment to the last
             * @example 62.4
             */
            duration_seconds: number;
            /**
             * @description Pixels as shown; null for sound alone
             * @example 1920
             */
            width: number | null;
            /**
             * @description Pixels as shown; null for sound alone
             * @example 1080
             */
            height: number | null;
            /**
             * @description Pictures a second on average, measured; null for sound alone
             * @example 25
             */
            frame_rate: number | null;
            /**
             * @description bit/s of the whole file
             * @example 4200000
             */
            bit_rate: number | null;
            /**
             * @description As ffprobe calls it; null for sound alone
             * @example h264
             */
            video_codec: string | null;
            /**
             * @description As ffprobe calls it; null without sound
             * @example aac
             */
            audio_codec: string | null;
            /**
             * @description Whether there is sound that can be decoded
             * @example true
             */
            has_audio: boolean;
            /**
             * @description What the header claims; may be far off
             * @example 25
             */
            real_frame_rate: number | null;
            /**
             * @description Whether pictures come unevenly
             * @example false
             */
            is_variable_frame_rate: boolean;
            /**
             * @description Whether pictures are halves, by mark or by sight
             * @example false
             */
            is_interlaced: boolean;
            /**
             * @description Kind of high dynamic range; null: none
             * @example pq
             * @enum {string|null}
             */
            hdr: "pq" | "hlg" | null;
            /**
             * @description bit/s, measured; null for sound alone
             * @example 4000000
             */
            video_bit_rate: number | null;
            /**
             * @description bit/s, measured; null without sound
             * @example 128000
             */
            audio_bit_rate: number | null;
            /**
             * @description Of the usual track; null without sound
             * @example 2
             */
            audio_channels: number | null;
            /**
             * @description How the channels stand, where that is stated
             * @example stereo
             */
            audio_layout: string | null;
            /**
             * @description Whether there are subtitles in it
             * @example false
             */
            has_subtitles: boolean;
            /**
             * @description Whether there is a picture that is no video
             * @example false
             */
            has_cover_art: boolean;
            /**
             * @description Whether there are chapters
             * @example false
             */
            has_chapters: boolean;
            /**
             * @description Whether there is something that is neither picture, sound nor words
             * @example false
             */
            has_data: boolean;
            /** @description What people should know of the file */
            warnings: ("DURATION_MISMATCH" | "AUDIO_UNDECODABLE" | "ANIMATED_IMAGE" | "SIZE_CLAIM_WRONG" | "FRAME_RATE_IMPLAUSIBLE" | "DECODE_ERRORS" | "SHORTENED" | "DOLBY_VISION_COLOURS" | "INTERLACED_UNMARKED" | "SUBTITLES_LEFT_OUT" | "SUBTITLES_CHANGED")[];
            /**
             * Format: date-time
             * @description When it was taken in
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its record changed last
             * @example 2026-05-01T10:00:00.000Z
             */
            updated_at: string;
            links: {
                /**
                 * Format: uri-reference
                 * @description The video
                 * @example /api/v1/videos/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description How far it is
                 * @example /api/v1/videos/1/status
                 */
                status: string;
                /**
                 * Format: uri-reference
                 * @description Its published files
                 * @example /api/v1/videos/1/renditions
                 */
                renditions: string;
                /**
                 * Format: uri-reference
                 * @description The source bytes
                 * @example /api/v1/videos/1/original
                 */
                original: string;
                /**
                 * Format: uri-reference
                 * @description The poster; null where there is none yet
                 * @example /api/v1/videos/1/poster
                 */
                poster: string | null;
            };
            /** @description Null until a worker has looked */
            analysis: {
                /** @description Null without pictures */
                colours: {
                    /**
                     * @description Pictures looked at
                     * @example 48
                     */
                    frames: number;
                    /** @description Shares of all pixels, from dark to bright */
                    red: number[];
                    /** @description Shares of all pixels, from dark to bright */
                    green: number[];
                    /** @description Shares of all pixels, from dark to bright */
                    blue: number[];
                    /** @description Shares of all pixels, from dark to bright */
                    luma: number[];
                } | null;
                /** @description Null without sound */
                loudness: {
                    /**
                     * @description EBU R128, of the whole
                     * @example -18.3
                     */
                    integrated_lufs: number | null;
                    /**
                     * @description EBU R128, between quiet and loud
                     * @example 6.1
                     */
                    range_lu: number | null;
                    /**
                     * @description The loudest moment
                     * @example -1.2
                     */
                    true_peak_db: number | null;
                } | null;
                warnings: string[];
            } | null;
        };
        DuplicateOf: {
            /**
             * @description The video
             * @example 1
             */
            id: number;
            /**
             * Format: uri-reference
             * @description The video
             * @example /api/v1/videos/1
             */
            href: string;
        };
        UploadedVideo: {
            /**
             * @description The video
             * @example 1
             */
            id: number;
            /**
             * @description What people call it
             * @example By the sea
             */
            title: string;
            /** @description People’s own words to find it by */
            tags: string[];
            /**
             * @description What programs keep with it
             * @example {
             *       "case": "4711"
             *     }
             */
            metadata: {
                [key: string]: string;
            };
            /**
             * @description The name under which it came
             * @example holiday.mov
             */
            original_name: string;
            /**
             * @description What its jobs say
             * @example pending
             * @enum {string}
             */
            status: "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * @description Of the original
             * @example 12345678
             */
            size_bytes: number;
            /**
             * @description Of the original
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * @description As ffprobe calls it
             * @example mov,mp4,m4a,3gp,3g2,mj2
             */
            container: string;
            /**
             * @description Measured, from the first moment to the last
             * @example 62.4
             */
            duration_seconds: number;
            /**
             * @description Pixels as shown; null for sound alone
             * @example 1920
             */
            width: number | null;
            /**
             * @description Pixels as shown; null for sound alone
             * @example 1080
             */
            height: number | null;
            /**
             * @description Pictures a second on average, measured; null for sound alone
             * @example 25
             */
            frame_rate: number | null;
            /**
             * @description bit/s of the whole file
             * @example 4200000
             */
            bit_rate: number | null;
            /**
             * @description As ffprobe calls it; null for sound alone
             * @example h264
             */
            video_codec: string | null;
            /**
             * @description As ffprobe calls it; null without sound
             * @example aac
             */
            audio_codec: string | null;
            /**
             * @description Whether there is sound that can be decoded
             * @example true
             */
            has_audio: boolean;
            /**
             * @description What the header claims; may be far off
             * @example 25
             */
            real_frame_rate: number | null;
            /**
             * @description Whether pictures come unevenly
             * @example false
             */
            is_variable_frame_rate: boolean;
            /**
             * @description Whether pictures are halves, by mark or by sight
             * @example false
             */
            is_interlaced: boolean;
            /**
             * @description Kind of high dynamic range; null: none
             * @example pq
             * @enum {string|null}
             */
            hdr: "pq" | "hlg" | null;
            /**
             * @description bit/s, measured; null for sound alone
             * @example 4000000
             */
            video_bit_rate: number | null;
            /**
             * @description bit/s, measured; null without sound
             * @example 128000
             */
            audio_bit_rate: number | null;
            /**
             * @description Of the usual track; null without sound
             * @example 2
             */
            audio_channels: number | null;
            /**
             * @description How the channels stand, where that is stated
             * @example stereo
             */
            audio_layout: string | null;
            /**
             * @description Whether there are subtitles in it
             * @example false
             */
            has_subtitles: boolean;
            /**
             * @description Whether there is a picture that is no video
             * @example false
             */
            has_cover_art: boolean;
            /**
             * @description Whether there are chapters
             * @example false
             */
            has_chapters: boolean;
            /**
             * @description Whether there is something that is neither picture, sound nor words
             * @example false
             */
            has_data: boolean;
            /** @description What people should know of the file */
            warnings: ("DURATION_MISMATCH" | "AUDIO_UNDECODABLE" | "ANIMATED_IMAGE" | "SIZE_CLAIM_WRONG" | "FRAME_RATE_IMPLAUSIBLE" | "DECODE_ERRORS" | "SHORTENED" | "DOLBY_VISION_COLOURS" | "INTERLACED_UNMARKED" | "SUBTITLES_LEFT_OUT" | "SUBTITLES_CHANGED")[];
            /**
             * Format: date-time
             * @description When it was taken in
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its record changed last
             * @example 2026-05-01T10:00:00.000Z
             */
            updated_at: string;
            links: {
                /**
                 * Format: uri-reference
                 * @description The video
                 * @example /api/v1/videos/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description How far it is
                 * @example /api/v1/videos/1/status
                 */
                status: string;
                /**
                 * Format: uri-reference
                 * @description Its published files
                 * @example /api/v1/videos/1/renditions
                 */
                renditions: string;
                /**
                 * Format: uri-reference
                 * @description The source bytes
                 * @example /api/v1/videos/1/original
                 */
                original: string;
                /**
                 * Format: uri-reference
                 * @description The poster; null where there is none yet
                 * @example /api/v1/videos/1/poster
                 */
                poster: string | null;
            };
            /** @description The oldest video of the same bytes, of a reused one itself; null where there was none */
            duplicate_of: components["schemas"]["DuplicateOf"] | null;
            /** @description What was started for it; null where no preset was named */
            job: components["schemas"]["Job"] | null;
        };
        Rendition: {
            /**
             * @description Unique for its video
             * @example medium
             */
            name: string;
            /**
             * @description What it is
             * @example video
             * @enum {string}
             */
            kind: "video" | "audio" | "image" | "hls" | "storyboard" | "subtitles";
            /**
             * @description Its video
             * @example 1
             */
            video_id: number;
            /**
             * Format: uuid
             * @description The job that made it
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            job_id: string | null;
            /**
             * @description Of the file that players open first
             * @example video/mp4
             */
            mime_type: string;
            /**
             * @description Of all files together
             * @example 2345678
             */
            size_bytes: number;
            /**
             * @description Of the file that players open first
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * @description 0 for a picture
             * @example 62.4
             */
            duration_seconds: number;
            /**
             * @description Pixels
             * @example 1280
             */
            width: number | null;
            /**
             * @description Pixels
             * @example 720
             */
            height: number | null;
            /**
             * @description bit/s
             * @example 2400000
             */
            bit_rate: number | null;
            /**
             * @description As ffprobe calls it
             * @example h264
             */
            video_codec: string | null;
            /**
             * @description As ffprobe calls it
             * @example aac
             */
            audio_codec: string | null;
            /**
             * @description What was done to the source
             * @example copy
             * @enum {string}
             */
            decision: "copy" | "remux" | "encode";
            /**
             * @description Why it was made that way
             * @example sized 1280x720: the source is 1920x1080
             */
            reason: string;
            /**
             * Format: date-time
             * @description When it was published
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /** @description Every file, the one that players open first before the others */
            files: {
                /**
                 * @description As it is asked for
                 * @example medium.mp4
                 */
                name: string;
                /**
                 * @description What it is
                 * @example video/mp4
                 */
                mime_type: string;
                /**
                 * @description Its size
                 * @example 2345678
                 */
                size_bytes: number;
                /**
                 * @description Of its bytes
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256: string;
                /** @description Of subtitles alone */
                track: components["schemas"]["Track"] | null;
                /**
                 * Format: uri-reference
                 * @description Where it is
                 * @example /api/v1/videos/1/renditions/medium/medium.mp4
                 */
                href: string;
            }[];
            links: {
                /**
                 * Format: uri-reference
                 * @description Where players begin
                 * @example /api/v1/videos/1/renditions/medium
                 */
                file: string;
            };
        };
        VideoStatus: {
            /**
             * @description The video
             * @example 1
             */
            video_id: number;
            /**
             * @description What people call it
             * @example By the sea
             */
            title: string;
            /**
             * @description Where it is in its life
             * @example pending
             * @enum {string}
             */
            processing_status: "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * @description 0 to 100
             * @example 42
             */
            progress_percentage: number;
            /**
             * Format: date-time
             * @description When the first attempt of that job began
             * @example 2026-05-01T10:00:00.000Z
             */
            processing_started_at: string | null;
            /**
             * @description Since then, or all of it; null where nothing runs
             * @example 12.3
             */
            processing_time_seconds: number | null;
            /** @description The job that runs, else waits, else was asked for last; null without any */
            task: {
                /**
                 * Format: uuid
                 * @description The job
                 * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
                 */
                id: string;
                /**
                 * @description Where the job is in its life
                 * @example queued
                 * @enum {string}
                 */
                status: "queued" | "running" | "completed" | "failed" | "cancelled";
                info: {
                    /**
                     * @description How far it is
                     * @example 42
                     */
                    current: number;
                    /**
                     * @description Of so much
                     * @example 100
                     */
                    total: number;
                    /**
                     * @description What the running attempt does
                     * @example probe
                     * @enum {string|null}
                     */
                    phase: "probe" | "plan" | "encode" | "verify" | "publish" | null;
                    /**
                     * @description The phase in words
                     * @example encoding
                     */
                    phase_title: string | null;
                };
            } | null;
        };
        VideoBeingDeleted: {
            /**
             * @description The video
             * @example 1
             */
            id: number;
            /** @constant */
            is_being_deleted: true;
            links: {
                /**
                 * Format: uri-reference
                 * @description The video, 404 when it is gone
                 * @example /api/v1/videos/1
                 */
                self: string;
            };
        };
        Upload: {
            /**
             * @description The upload
             * @example f7e65e6b9e4232887162f72c174bf70e
             */
            id: string;
            /**
             * @description The sender’s name for it
             * @example film.mp4
             */
            original_name: string;
            /**
             * @description Where it is in its life
             * @example receiving
             * @enum {string}
             */
            status: "receiving" | "completed" | "refused";
            /**
             * @description So much has arrived
             * @example 1048576
             */
            received_bytes: number;
            /**
             * @description All of it
             * @example 4194304
             */
            size_bytes: number;
            /**
             * @description What it became
             * @example 1
             */
            video_id: number | null;
            /** @description The video that had the same bytes before */
            duplicate_of: components["schemas"]["DuplicateOf"] | null;
            /** @description Why it was refused */
            error: {
                /**
                 * @description Does not change
                 * @example INPUT_NO_VIDEO
                 */
                code: string;
                /**
                 * @description For people
                 * @example "notes.txt" was not taken.
                 */
                message: string;
            } | null;
            /**
             * @description What is worth knowing though it was taken
             * @example It is kept.
             */
            note: string | null;
            /**
             * Format: date-time
             * @description When it began
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was taken or refused
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The upload
                 * @example /api/v1/uploads/f7e65e6b9e4232887162f72c174bf70e
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description The video
                 * @example /api/v1/videos/1
                 */
                video: string | null;
            };
        };
        EndedUpload: {
            /**
             * Format: uri-reference
             * @description The video
             * @example /api/v1/videos/1
             */
            url: string;
            /**
             * @description The video
             * @example 1
             */
            id: number;
            /** @description The video that had the same bytes before */
            duplicate_of: components["schemas"]["DuplicateOf"] | null;
            /**
             * @description What is worth knowing though it was taken
             * @example It is kept.
             */
            note: string | null;
        };
        Import: {
            /**
             * Format: uuid
             * @description The import
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            id: string;
            /**
             * @description Where it comes from
             * @example url
             * @enum {string}
             */
            source: "url" | "path";
            /**
             * @description The address or the path
             * @example https://example.com/film.mp4
             */
            address: string;
            /**
             * @description Where it is in its life
             * @example waiting
             * @enum {string}
             */
            status: "waiting" | "downloading" | "examining" | "completed" | "failed" | "cancelled";
            /**
             * @description What was asked for
             * @example By the sea
             */
            title: string | null;
            /** @description What was asked for */
            tags: string[];
            /**
             * @description What was asked for
             * @example medium
             */
            preset: string | null;
            /**
             * @description Of the job that is started
             * @example 0
             */
            priority: number;
            /**
             * @description What becomes of bytes that are here already
             * @example allow
             * @enum {string}
             */
            duplicate: "allow" | "reuse" | "reject";
            /**
             * @description What the other side calls it
             * @example film.mp4
             */
            original_name: string | null;
            /**
             * @description So much has arrived
             * @example 1048576
             */
            received_bytes: number;
            /**
             * @description All of it; null where that is not told
             * @example 4194304
             */
            total_bytes: number | null;
            /**
             * @description Over the last seconds
             * @example 524288
             */
            bytes_per_second: number | null;
            /**
             * @description 0 to 100
             * @example 25
             */
            progress_percentage: number | null;
            /**
             * @description What it became
             * @example 1
             */
            video_id: number | null;
            /** @description The video that had the same bytes before */
            duplicate_of: components["schemas"]["DuplicateOf"] | null;
            /** @description The last failure, also while it is tried again */
            error: {
                /**
                 * @description Does not change
                 * @example E_ADDRESS_UNREACHABLE
                 */
                code: string;
                /**
                 * @description For people
                 * @example https://example.com/film.mp4 cannot be reached
                 */
                message: string;
            } | null;
            /**
             * @description What is worth knowing though it was taken
             * @example It is kept.
             */
            note: string | null;
            /**
             * @description Tried in vain so often; five times end it
             * @example 0
             */
            failure_count: number;
            /**
             * @description Who gave it up
             * @example Ann
             */
            cancelled_by: string | null;
            /**
             * @description Who asked for it
             * @example Ann
             */
            requested_by: string;
            /**
             * Format: date-time
             * @description When it was asked for
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it is tried again; null where it does not wait
             * @example 2026-05-01T10:00:00.000Z
             */
            due_at: string | null;
            /**
             * Format: date-time
             * @description When it was begun first
             * @example 2026-05-01T10:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it completed, failed or was cancelled
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The import
                 * @example /api/v1/imports/01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description The video
                 * @example /api/v1/videos/1
                 */
                video: string | null;
            };
        };
        VideoLinks: {
            /**
             * Format: date-time
             * @description When they end
             * @example 2026-05-01T10:00:00.000Z
             */
            expires_at: string;
            data: {
                /**
                 * @description What it leads to
                 * @example medium
                 */
                name: string;
                /**
                 * @description What that is
                 * @example video
                 * @enum {string}
                 */
                kind: "video" | "audio" | "image" | "hls" | "storyboard" | "subtitles" | "poster" | "original";
                /**
                 * @description What it is
                 * @example video/mp4
                 */
                mime_type: string;
                /**
                 * Format: uri
                 * @description The whole address
                 * @example https://media.example.org/media/eyJ.../medium
                 */
                url: string;
            }[];
        };
        /** @description One request to do one operation to one video */
        Job: {
            /**
             * Format: uuid
             * @description Sorts by time of creation
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            id: string;
            /**
             * @description Its video
             * @example 1
             */
            video_id: number;
            /**
             * @description What people call that
             * @example By the sea
             */
            video_title: string;
            /**
             * @description `transcode` for a preset, else the operation
             * @example transcode
             */
            operation: string;
            /**
             * @description The preset; null where an operation was asked for
             * @example medium
             */
            preset: string | null;
            /**
             * @description The version that the job keeps
             * @example 1
             */
            preset_version: number | null;
            /**
             * @description Of the operation, as they were asked for
             * @example {}
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description The batch that started it
             * @example 1
             */
            batch_id: number | null;
            /**
             * @description Jobs that wait for each other
             * @example quick
             * @enum {string}
             */
            lane: "quick" | "encode";
            /**
             * @description -100 to 100, higher comes earlier
             * @example 0
             */
            priority: number;
            /** @description Only workers that have all of these take it */
            worker_tags: string[];
            /**
             * @description Only workers that understand it take it
             * @example 1
             */
            payload_version: number;
            /**
             * @description Where it is in its life
             * @example queued
             * @enum {string}
             */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
            /**
             * @description Whether it waits until its batch goes on
             * @example false
             */
            is_held: boolean;
            /**
             * @description What the running attempt does
             * @example probe
             * @enum {string|null}
             */
            phase: "probe" | "plan" | "encode" | "verify" | "publish" | null;
            /**
             * @description The phase in words
             * @example encoding
             */
            phase_title: string | null;
            /**
             * @description 0 to 100; never falls
             * @example 42
             */
            progress_percentage: number;
            /**
             * @description Its place in its lane’s line, from 1; null where it runs or is held
             * @example 1
             */
            position: number | null;
            /** @description When it will be done: four of five jobs end within the range. Null where nothing can be told */
            eta: {
                /**
                 * Format: date-time
                 * @description The earliest
                 * @example 2026-05-01T10:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description The latest
                 * @example 2026-05-01T10:00:00.000Z
                 */
                to: string;
            } | null;
            /**
             * @description Why no live worker will take it; null: it does not wait, or one may
             * @example Waits for a worker with the tag gpu: none is alive
             */
            waits_for: string | null;
            /**
             * @description Attempts begun
             * @example 0
             */
            attempt_count: number;
            /** @description Null where nothing failed */
            cause: components["schemas"]["Cause"] | null;
            /**
             * @description Where the request came in
             * @example console
             * @enum {string}
             */
            requested_via: "console" | "api" | "ace" | "schedule" | "worker" | "system";
            /**
             * @description Who cancelled it
             * @example Ada
             */
            cancelled_by: string | null;
            /**
             * @description Whether somebody asked it to stop
             * @example false
             */
            is_cancellation_requested: boolean;
            /**
             * @description Who dismissed its failure
             * @example Ada
             */
            dismissed_by: string | null;
            /**
             * @description Who paused it; null: it is not paused
             * @example Ada
             */
            paused_by: string | null;
            /**
             * Format: date-time
             * @description When it was asked for, or retried
             * @example 2026-05-01T10:00:00.000Z
             */
            queued_at: string;
            /**
             * Format: date-time
             * @description Not before this: later than now while a retry waits
             * @example 2026-05-01T10:00:00.000Z
             */
            due_at: string;
            /**
             * Format: date-time
             * @description When its first attempt began
             * @example 2026-05-01T10:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When its failure was dismissed
             * @example 2026-05-01T10:00:00.000Z
             */
            dismissed_at: string | null;
            /**
             * Format: date-time
             * @description Since when it stands still
             * @example 2026-05-01T10:00:00.000Z
             */
            paused_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The job
                 * @example /api/v1/jobs/01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description Its video
                 * @example /api/v1/videos/1
                 */
                video: string;
            };
        };
        JobDetails: {
            /**
             * Format: uuid
             * @description Sorts by time of creation
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            id: string;
            /**
             * @description Its video
             * @example 1
             */
            video_id: number;
            /**
             * @description What people call that
             * @example By the sea
             */
            video_title: string;
            /**
             * @description `transcode` for a preset, else the operation
             * @example transcode
             */
            operation: string;
            /**
             * @description The preset; null where an operation was asked for
             * @example medium
             */
            preset: string | null;
            /**
             * @description The version that the job keeps
             * @example 1
             */
            preset_version: number | null;
            /**
             * @description Of the operation, as they were asked for
             * @example {}
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description The batch that started it
             * @example 1
             */
            batch_id: number | null;
            /**
             * @description Jobs that wait for each other
             * @example quick
             * @enum {string}
             */
            lane: "quick" | "encode";
            /**
             * @description -100 to 100, higher comes earlier
             * @example 0
             */
            priority: number;
            /** @description Only workers that have all of these take it */
            worker_tags: string[];
            /**
             * @description Only workers that understand it take it
             * @example 1
             */
            payload_version: number;
            /**
             * @description Where it is in its life
             * @example queued
             * @enum {string}
             */
            status: "queued" | "running" | "completed" | "failed" | "cancelled";
            /**
             * @description Whether it waits until its batch goes on
             * @example false
             */
            is_held: boolean;
            /**
             * @description What the running attempt does
             * @example probe
             * @enum {string|null}
             */
            phase: "probe" | "plan" | "encode" | "verify" | "publish" | null;
            /**
             * @description The phase in words
             * @example encoding
             */
            phase_title: string | null;
            /**
             * @description 0 to 100; never falls
             * @example 42
             */
            progress_percentage: number;
            /**
             * @description Its place in its lane’s line, from 1; null where it runs or is held
             * @example 1
             */
            position: number | null;
            /** @description When it will be done: four of five jobs end within the range. Null where nothing can be told */
            eta: {
                /**
                 * Format: date-time
                 * @description The earliest
                 * @example 2026-05-01T10:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description The latest
                 * @example 2026-05-01T10:00:00.000Z
                 */
                to: string;
            } | null;
            /**
             * @description Why no live worker will take it; null: it does not wait, or one may
             * @example Waits for a worker with the tag gpu: none is alive
             */
            waits_for: string | null;
            /**
             * @description Attempts begun
             * @example 0
             */
            attempt_count: number;
            /** @description Null where nothing failed */
            cause: components["schemas"]["Cause"] | null;
            /**
             * @description Where the request came in
             * @example console
             * @enum {string}
             */
            requested_via: "console" | "api" | "ace" | "schedule" | "worker" | "system";
            /**
             * @description Who cancelled it
             * @example Ada
             */
            cancelled_by: string | null;
            /**
             * @description Whether somebody asked it to stop
             * @example false
             */
            is_cancellation_requested: boolean;
            /**
             * @description Who dismissed its failure
             * @example Ada
             */
            dismissed_by: string | null;
            /**
             * @description Who paused it; null: it is not paused
             * @example Ada
             */
            paused_by: string | null;
            /**
             * Format: date-time
             * @description When it was asked for, or retried
             * @example 2026-05-01T10:00:00.000Z
             */
            queued_at: string;
            /**
             * Format: date-time
             * @description Not before this: later than now while a retry waits
             * @example 2026-05-01T10:00:00.000Z
             */
            due_at: string;
            /**
             * Format: date-time
             * @description When its first attempt began
             * @example 2026-05-01T10:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When its failure was dismissed
             * @example 2026-05-01T10:00:00.000Z
             */
            dismissed_at: string | null;
            /**
             * Format: date-time
             * @description Since when it stands still
             * @example 2026-05-01T10:00:00.000Z
             */
            paused_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The job
                 * @example /api/v1/jobs/01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description Its video
                 * @example /api/v1/videos/1
                 */
                video: string;
            };
            /** @description What is to be made of the source; null before that was decided */
            plan: {
                renditions: {
                    /**
                     * @description Of the rendition
                     * @example medium
                     */
                    name: string;
                    /**
                     * @description What is done to the source
                     * @example copy
                     * @enum {string}
                     */
                    decision: "copy" | "remux" | "encode" | "skip";
                    /**
                     * @description Why, in words
                     * @example The source is 1920x1080: made 1280x720
                     */
                    reason: string;
                    /**
                     * @description Width in pixels; null for sound
                     * @example 640
                     */
                    width: number | null;
                    /**
                     * @description Height in pixels; null for sound
                     * @example 640
                     */
                    height: number | null;
                }[];
                /**
                 * @description Whether a poster is made
                 * @example true
                 */
                has_poster: boolean;
                /**
                 * @description What the poster shows
                 * @example frame
                 * @enum {string|null}
                 */
                poster_kind: "frame" | "waveform" | null;
                /** @description Null where none are made */
                subtitles: {
                    /** @description Those that become WebVTT */
                    tracks: components["schemas"]["Track"][];
                    left_out: {
                        /**
                         * @description The track
                         * @example German
                         */
                        label: string;
                        /**
                         * @description Why it is left out
                         * @example PGS is pictures of words
                         */
                        reason: string;
                    }[];
                } | null;
            } | null;
            /** @description What is worth knowing of what was published */
            warnings: components["schemas"]["MediaWarning"][];
            /** @description Each try, the first one first */
            attempts: components["schemas"]["Attempt"][];
        };
        Attempt: {
            /**
             * @description 1 for the first
             * @example 1
             */
            number: number;
            /**
             * @description What became of it
             * @example running
             * @enum {string}
             */
            status: "running" | "completed" | "failed" | "cancelled" | "lost" | "handed_back";
            /**
             * @description Who ran it
             * @example host-1-4711
             */
            worker_id: string;
            /**
             * @description Computing time
             * @example 12.5
             */
            cpu_seconds: number | null;
            /**
             * @description Time that passed
             * @example 8.2
             */
            wall_seconds: number | null;
            /**
             * @description Most memory at once
             * @example 180000000
             */
            peak_memory_bytes: number | null;
            /** @description Null where nothing failed */
            cause: components["schemas"]["Cause"] | null;
            /**
             * @description The lines that show the cause
             * @example moov atom not found
             */
            evidence: string | null;
            /**
             * Format: date-time
             * @description When it began
             * @example 2026-05-01T10:00:00.000Z
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it ended
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
        };
        JobLog: {
            /**
             * Format: uuid
             * @description The job
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            job_id: string;
            /**
             * @description Its attempt
             * @example 1
             */
            attempt: number;
            /**
             * @description What became of it
             * @example running
             * @enum {string}
             */
            status: "running" | "completed" | "failed" | "cancelled" | "lost" | "handed_back";
            /** @description Program first; null where none was run */
            command: string[] | null;
            /**
             * @description What it said
             * @example frame=  100 fps= 50 ...
             */
            log: string;
            /**
             * @description Whether there are more lines than were asked for
             * @example false
             */
            is_cut: boolean;
        };
        MediaWarning: {
            /**
             * @description Does not change
             * @example DURATION_MISMATCH
             * @enum {string}
             */
            code: "DURATION_MISMATCH" | "AUDIO_UNDECODABLE" | "ANIMATED_IMAGE" | "SIZE_CLAIM_WRONG" | "FRAME_RATE_IMPLAUSIBLE" | "DECODE_ERRORS" | "SHORTENED" | "DOLBY_VISION_COLOURS" | "INTERLACED_UNMARKED" | "SUBTITLES_LEFT_OUT" | "SUBTITLES_CHANGED";
            /**
             * @description For people
             * @example The file says 10 s and lasts 8 s
             */
            text: string;
        };
        Track: {
            /**
             * @description As players show it
             * @example German
             */
            label: string;
            /**
             * @description As in BCP 47; null when not stated
             * @example de
             */
            language: string | null;
            /**
             * @description Shown without being asked for
             * @example false
             */
            is_default: boolean;
            /**
             * @description Only what is spoken in another language
             * @example false
             */
            is_forced: boolean;
            /**
             * @description Also tells what is heard
             * @example false
             */
            is_hearing_impaired: boolean;
        };
        /** @description By a preset, as it is now */
        PresetJobRequest: {
            /**
             * @description The name of a preset
             * @example medium
             */
            preset: string;
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Encode anew with a codec, a size and a ceiling of your choice */
        TranscodeJobRequest: {
            /**
             * @description Encode anew with a codec, a size and a ceiling of your choice
             * @constant
             */
            operation: "transcode";
            parameters?: {
                /**
                 * @description What the pictures are coded in
                 * @default h264
                 * @enum {string}
                 */
                codec?: "h264" | "vp9" | "av1";
                /**
                 * @description The kind of file
                 * @default mp4
                 * @enum {string}
                 */
                container?: "mp4" | "webm" | "mkv" | "mov";
                /**
                 * @description Pixels of the shorter side at most
                 * @default null
                 */
                shortSide?: number | null;
                /**
                 * @description Ceiling for the pictures in kbit/s
                 * @default null
                 */
                videoKbps?: number | null;
                /**
                 * @description Ceiling for the sound in kbit/s
                 * @default 128
                 */
                audioKbps?: number;
                /**
                 * @description Quality, 0 (lossless) to 51; less is better
                 * @default 23
                 */
                crf?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Make the file smaller at the same size of picture */
        CompressJobRequest: {
            /**
             * @description Make the file smaller at the same size of picture
             * @constant
             */
            operation: "compress";
            parameters?: {
                /**
                 * @description Quality, 18 (best) to 40 (smallest file)
                 * @default 28
                 */
                crf?: number;
                /**
                 * @description Ceiling for the sound in kbit/s
                 * @default 96
                 */
                audioKbps?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Fit the picture into a box, turned for portrait, and never larger than it is */
        ResizeJobRequest: {
            /**
             * @description Fit the picture into a box, turned for portrait, and never larger than it is
             * @constant
             */
            operation: "resize";
            parameters?: {
                /**
                 * @description Width in pixels at most; 1280 if both are left out
                 * @default null
                 */
                width?: number | null;
                /**
                 * @description Height in pixels at most; 720 if both are left out
                 * @default null
                 */
                height?: number | null;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Pack the video into another format: MP4, WebM, MKV, MOV, GIF or WebP */
        ConvertJobRequest: {
            /**
             * @description Pack the video into another format: MP4, WebM, MKV, MOV, GIF or WebP
             * @constant
             */
            operation: "convert";
            parameters: {
                /**
                 * @description The format wanted
                 * @enum {string}
                 */
                format: "mp4" | "webm" | "mkv" | "mov" | "gif" | "webp";
                /**
                 * @description Width in pixels at most; GIF 480 and WebP 640 if left out
                 * @default null
                 */
                width?: number | null;
                /**
                 * @description Pictures per second at most; GIF 12 and WebP 15 if left out
                 * @default null
                 */
                frameRate?: number | null;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Keep the part between two moments, cut exactly */
        TrimJobRequest: {
            /**
             * @description Keep the part between two moments, cut exactly
             * @constant
             */
            operation: "trim";
            parameters?: {
                /**
                 * @description Seconds from the start where the part begins
                 * @default 0
                 */
                startS?: number;
                /**
                 * @description Seconds from the start where it ends; the end of the video if left out
                 * @default null
                 */
                endS?: number | null;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description The sound alone, as MP3, M4A, Opus or WAV */
        ExtractAudioJobRequest: {
            /**
             * @description The sound alone, as MP3, M4A, Opus or WAV
             * @constant
             */
            operation: "extract_audio";
            parameters?: {
                /**
                 * @description The format wanted
                 * @default mp3
                 * @enum {string}
                 */
                format?: "mp3" | "m4a" | "opus" | "wav";
                /**
                 * @description Ceiling in kbit/s
                 * @default 192
                 */
                audioKbps?: number;
                /**
                 * @description Bring it to the usual loudness (-16 LUFS)
                 * @default false
                 */
                normalise?: boolean;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description One picture, of a moment that you name or of one that shows something */
        ThumbnailJobRequest: {
            /**
             * @description One picture, of a moment that you name or of one that shows something
             * @constant
             */
            operation: "thumbnail";
            parameters?: {
                /**
                 * @description The format wanted
                 * @default jpg
                 * @enum {string}
                 */
                format?: "jpg" | "webp" | "png" | "avif";
                /**
                 * @description Width in pixels at most
                 * @default null
                 */
                width?: number | null;
                /**
                 * @description Seconds from the start; a telling moment if left out
                 * @default null
                 */
                atS?: number | null;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Sheets of small pictures for the preview over a player’s timeline */
        StoryboardJobRequest: {
            /**
             * @description Sheets of small pictures for the preview over a player’s timeline
             * @constant
             */
            operation: "storyboard";
            parameters?: {
                /**
                 * @description Width of a tile in pixels
                 * @default 160
                 */
                tileWidth?: number;
                /**
                 * @description Tiles beside each other
                 * @default 10
                 */
                columns?: number;
                /**
                 * @description Tiles at most, over all sheets
                 * @default 100
                 */
                maxTiles?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description A ladder of sizes in aligned segments, for players that adapt to the connection */
        PackageHlsJobRequest: {
            /**
             * @description A ladder of sizes in aligned segments, for players that adapt to the connection
             * @constant
             */
            operation: "package_hls";
            parameters?: {
                /**
                 * @description Length of a segment in seconds
                 * @default 6
                 */
                segmentS?: number;
                /**
                 * @description Pixels of the largest rung’s shorter side
                 * @default 1080
                 */
                shortSide?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description A picture or a text over the whole video */
        WatermarkJobRequest: {
            /**
             * @description A picture or a text over the whole video
             * @constant
             */
            operation: "watermark";
            parameters?: {
                /**
                 * @description What is written; or give a picture
                 * @default null
                 */
                text?: string | null;
                /**
                 * @description Which of the watermarks is laid over; or give a text
                 * @default null
                 */
                picture?: string | null;
                /**
                 * @description Where it stands
                 * @default bottom_right
                 * @enum {string}
                 */
                position?: "top_left" | "top_right" | "bottom_left" | "bottom_right" | "center";
                /**
                 * @description 0.05 (hardly seen) to 1
                 * @default 0.7
                 */
                opacity?: number;
                /**
                 * @description Width of the picture as a part of the video’s; 0.2 if left out
                 * @default null
                 */
                scale?: number | null;
                /**
                 * @description Height of the letters as a part of the video’s; 0.05 if left out
                 * @default null
                 */
                size?: number | null;
                /**
                 * @description Distance from the edges as a part of the shorter side
                 * @default 0.03
                 */
                margin?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Several changes of the picture, one after the other */
        FilterJobRequest: {
            /**
             * @description Several changes of the picture, one after the other
             * @constant
             */
            operation: "filter";
            parameters: {
                /** @description Names with commas between, some with a strength: denoise:0.3, enhance, grayscale */
                filters: string;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Take the colours out */
        GrayscaleJobRequest: {
            /**
             * @description Take the colours out
             * @constant
             */
            operation: "grayscale";
            parameters?: Record<string, never>;
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Brown like an old photograph */
        SepiaJobRequest: {
            /**
             * @description Brown like an old photograph
             * @constant
             */
            operation: "sepia";
            parameters?: Record<string, never>;
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Nothing but the outlines */
        EdgesJobRequest: {
            /**
             * @description Nothing but the outlines
             * @constant
             */
            operation: "edges";
            parameters?: Record<string, never>;
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description A little more contrast, colour and sharpness */
        EnhanceJobRequest: {
            /**
             * @description A little more contrast, colour and sharpness
             * @constant
             */
            operation: "enhance";
            parameters?: Record<string, never>;
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Whole pictures from the half pictures of old cameras */
        DeinterlaceJobRequest: {
            /**
             * @description Whole pictures from the half pictures of old cameras
             * @constant
             */
            operation: "deinterlace";
            parameters?: Record<string, never>;
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Take out the shaking of a hand */
        StabiliseJobRequest: {
            /**
             * @description Take out the shaking of a hand
             * @constant
             */
            operation: "stabilise";
            parameters?: Record<string, never>;
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Make everything soft */
        BlurJobRequest: {
            /**
             * @description Make everything soft
             * @constant
             */
            operation: "blur";
            parameters?: {
                /**
                 * @description Strength, 0 (nothing) to 1 (most)
                 * @default 0.3
                 */
                strength?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Make outlines crisp */
        SharpenJobRequest: {
            /**
             * @description Make outlines crisp
             * @constant
             */
            operation: "sharpen";
            parameters?: {
                /**
                 * @description Strength, 0 (nothing) to 1 (most)
                 * @default 0.4
                 */
                strength?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Take out grain and noise */
        DenoiseJobRequest: {
            /**
             * @description Take out grain and noise
             * @constant
             */
            operation: "denoise";
            parameters?: {
                /**
                 * @description Strength, 0 (nothing) to 1 (most)
                 * @default 0.4
                 */
                strength?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description Contrast, brightness and saturation */
        AdjustJobRequest: {
            /**
             * @description Contrast, brightness and saturation
             * @constant
             */
            operation: "adjust";
            parameters?: {
                /**
                 * @description 0 to 3; 1 leaves it
                 * @default 1
                 */
                contrast?: number;
                /**
                 * @description -1 to 1; 0 leaves it
                 * @default 0
                 */
                brightness?: number;
                /**
                 * @description 0 to 3; 1 leaves it
                 * @default 1
                 */
                saturation?: number;
            };
            /**
             * @description Higher comes earlier
             * @default 0
             */
            priority?: number;
            /** @description Only workers that have all of these, and those of the preset, take it */
            worker_tags?: string[];
        };
        /** @description A preset, or an operation with its parameters */
        JobRequest: components["schemas"]["PresetJobRequest"] | components["schemas"]["TranscodeJobRequest"] | components["schemas"]["CompressJobRequest"] | components["schemas"]["ResizeJobRequest"] | components["schemas"]["ConvertJobRequest"] | components["schemas"]["TrimJobRequest"] | components["schemas"]["ExtractAudioJobRequest"] | components["schemas"]["ThumbnailJobRequest"] | components["schemas"]["StoryboardJobRequest"] | components["schemas"]["PackageHlsJobRequest"] | components["schemas"]["WatermarkJobRequest"] | components["schemas"]["FilterJobRequest"] | components["schemas"]["GrayscaleJobRequest"] | components["schemas"]["SepiaJobRequest"] | components["schemas"]["EdgesJobRequest"] | components["schemas"]["EnhanceJobRequest"] | components["schemas"]["DeinterlaceJobRequest"] | components["schemas"]["StabiliseJobRequest"] | components["schemas"]["BlurJobRequest"] | components["schemas"]["SharpenJobRequest"] | components["schemas"]["DenoiseJobRequest"] | components["schemas"]["AdjustJobRequest"];
        Operation: {
            /**
             * @description What a job asks for
             * @example transcode
             * @enum {string}
             */
            name: "transcode" | "compress" | "resize" | "convert" | "trim" | "extract_audio" | "thumbnail" | "storyboard" | "package_hls" | "watermark" | "filter" | "grayscale" | "sepia" | "edges" | "enhance" | "deinterlace" | "stabilise" | "blur" | "sharpen" | "denoise" | "adjust";
            /**
             * @description For people
             * @example Resize
             */
            title: string;
            /**
             * @description One sentence for people
             * @example Fit the picture into a box
             */
            description: string;
            /** @description By name */
            parameters: {
                [key: string]: {
                    /**
                     * @description What it takes
                     * @example number
                     * @enum {string}
                     */
                    kind: "number" | "choice" | "text" | "picture" | "flag";
                    /**
                     * @description What it is for
                     * @example Height in pixels at most
                     */
                    about: string;
                    /**
                     * @description Of a number
                     * @example 2
                     */
                    min?: number;
                    /**
                     * @description Of a number
                     * @example 8192
                     */
                    max?: number;
                    /**
                     * @description Of a number: whether it has no decimals
                     * @example true
                     */
                    isWhole?: boolean;
                    /** @description Of a choice */
                    choices?: string[];
                    /**
                     * @description Of a text
                     * @example 200
                     */
                    maxLength?: number;
                    /**
                     * @description Missing: it is needed; null: it can be left out
                     * @example null
                     */
                    default?: unknown;
                };
            };
        };
        /**
         * @description What to make of a source: renditions with their codecs and ceilings (bit/s, pixels), poster, storyboard, HLS, subtitles. What is left out gets its usual value; a field that is unknown is refused.
         * @example {
         *       "renditions": [
         *         {
         *           "name": "medium",
         *           "container": "mp4",
         *           "video": {
         *             "codecs": [
         *               "h264"
         *             ],
         *             "policy": "copy_if_web_safe",
         *             "maxShortSide": 720,
         *             "maxLongSide": 1280,
         *             "maxBitRate": 2500000,
         *             "maxFrameRate": null,
         *             "crf": 23,
         *             "encoderPreset": "veryfast",
         *             "vp9": {
         *               "deadline": "realtime",
         *               "speed": 8
         *             },
         *             "av1Preset": 11,
         *             "filters": []
         *           },
         *           "audio": {
         *             "codecs": [
         *               "aac"
         *             ],
         *             "bitRate": 128000,
         *             "loudnessLufs": null
         *           },
         *           "still": null
         *         }
         *       ],
         *       "poster": {
         *         "width": 1280,
         *         "atS": null
         *       },
         *       "storyboard": null,
         *       "hls": null,
         *       "subtitles": true,
         *       "trim": null
         *     }
         */
        Recipe: {
            renditions: {
                name: string;
                /** @enum {string} */
                container?: "mp4" | "webm" | "mkv" | "mov" | "gif" | "webp" | "mp3" | "m4a" | "opus" | "wav" | "jpg" | "png" | "avif";
                video?: {
                    codecs?: ("h264" | "vp9" | "av1" | "gif" | "webp" | "jpeg" | "png" | "avif")[];
                    /** @enum {string} */
                    policy?: "encode" | "copy_if_web_safe" | "copy_if_small";
                    maxShortSide?: number | null;
                    maxLongSide?: number | null;
                    maxBitRate?: number | null;
                    maxFrameRate?: number | null;
                    crf?: number;
                    /** @enum {string} */
                    encoderPreset?: "ultrafast" | "superfast" | "veryfast" | "faster" | "fast" | "medium" | "slow" | "slower";
                    vp9?: {
                        /** @enum {string} */
                        deadline: "realtime" | "good";
                        speed: number;
                    };
                    av1Preset?: number;
                    filters?: ({
                        /** @enum {string} */
                        kind: "blur" | "sharpen" | "denoise";
                        strength: number;
                    } | {
                        /** @enum {string} */
                        kind: "adjust";
                        contrast: number;
                        brightness: number;
                        saturation: number;
                    } | {
                        /** @enum {string} */
                        kind: "text";
                        text: string;
                        size: number;
                        /** @enum {string} */
                        corner: "top_left" | "top_right" | "bottom_left" | "bottom_right" | "center";
                        opacity: number;
                        margin?: number;
                    } | {
                        /** @enum {string} */
                        kind: "image";
                        /** Format: uuid */
                        pictureId: string;
                        size: number;
                        /** @enum {string} */
                        corner: "top_left" | "top_right" | "bottom_left" | "bottom_right" | "center";
                        opacity: number;
                        margin?: number;
                    } | {
                        /** @enum {string} */
                        kind: "grayscale" | "sepia" | "edges" | "enhance" | "deinterlace" | "stabilise" | "blur" | "sharpen" | "denoise" | "adjust" | "text" | "image";
                    })[];
                } | null;
                audio?: {
                    codecs?: ("aac" | "opus" | "mp3" | "pcm")[];
                    bitRate?: number;
                    loudnessLufs?: number | null;
                } | null;
                still?: {
                    atS?: number | null;
                } | null;
            }[];
            poster?: {
                width: number;
                atS?: number | null;
            } | null;
            storyboard?: {
                tileWidth: number;
                columns: number;
                maxTiles: number;
            } | null;
            subtitles?: boolean;
            hls?: {
                name: string;
                segmentS: number;
            } | null;
            trim?: {
                startS: number;
                endS?: number | null;
            } | null;
        };
        /**
         * @description What its jobs may take (seconds, MiB), where that differs from the settings; null or left out: as they say.
         * @example {
         *       "hardTimeS": 7200
         *     }
         */
        PresetLimits: {
            maxFailures?: number | null;
            softTimeS?: number | null;
            hardTimeS?: number | null;
            noProgressS?: number | null;
            memoryMib?: number | null;
            outputMib?: number | null;
            workerTags?: string[] | null;
        };
        Preset: {
            /**
             * @description What jobs ask for
             * @example medium
             */
            name: string;
            /**
             * @description For people
             * @example Medium, 720p
             */
            title: string;
            /**
             * @description For people
             * @example Up to 1280×720 and 2.5 Mbit/s
             */
            description: string;
            /**
             * @description Rises with every change
             * @example 1
             */
            version: number;
            recipe: components["schemas"]["Recipe"];
            limits: components["schemas"]["PresetLimits"];
        };
        Batch: {
            /**
             * @description The batch
             * @example 1
             */
            id: number;
            /**
             * @description Where it is in its life
             * @example canary
             * @enum {string}
             */
            state: "canary" | "running" | "paused" | "cancelled" | "finished";
            /**
             * @description Of its jobs
             * @example medium
             */
            preset: string;
            /**
             * @description The version that they keep
             * @example 1
             */
            preset_version: number;
            /**
             * @description Of which status the videos are
             * @example any
             * @enum {string}
             */
            status: "any" | "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * @description In title or file name
             * @example sea
             */
            search: string | null;
            /**
             * @description With this tag
             * @example holiday
             */
            tag: string | null;
            /**
             * @description Without a rendition of this preset
             * @example medium
             */
            lacks_preset: string | null;
            /**
             * @description Taken in so long ago
             * @example 7
             */
            older_than_days: number | null;
            /**
             * @description At most so many
             * @example 10
             */
            max_videos: number | null;
            /**
             * @description So many ran first
             * @example 3
             */
            canary_size: number | null;
            /**
             * @description With which it was asked for
             * @example night-7
             */
            idempotency_key: string | null;
            /**
             * @description Its jobs
             * @example 10
             */
            job_count: number;
            /** @description The same by status */
            jobs: {
                /**
                 * @description Jobs that are queued
                 * @example 2
                 */
                queued: number;
                /**
                 * @description Jobs that are running
                 * @example 2
                 */
                running: number;
                /**
                 * @description Jobs that are completed
                 * @example 2
                 */
                completed: number;
                /**
                 * @description Jobs that are failed
                 * @example 2
                 */
                failed: number;
                /**
                 * @description Jobs that are cancelled
                 * @example 2
                 */
                cancelled: number;
            };
            /** @description Null: it is not */
            paused: {
                /**
                 * Format: date-time
                 * @description Since when
                 * @example 2026-05-01T10:00:00.000Z
                 */
                at: string;
                /**
                 * @description Who paused it
                 * @example Ada
                 */
                by: string | null;
                /**
                 * @description Why
                 * @example Paused by Ada
                 */
                reason: string | null;
            } | null;
            /**
             * @description Who cancelled it
             * @example Ada
             */
            cancelled_by: string | null;
            /**
             * Format: date-time
             * @description When it was asked for
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it went on after its canary or a pause
             * @example 2026-05-01T10:00:00.000Z
             */
            released_at: string | null;
            /**
             * Format: date-time
             * @description When the last of its jobs ended
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When it was cancelled
             * @example 2026-05-01T10:00:00.000Z
             */
            cancelled_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The batch
                 * @example /api/v1/batches/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description Its jobs
                 * @example /api/v1/jobs?batch_id=1
                 */
                jobs: string;
            };
        };
        BatchPreview: {
            /**
             * @description Nothing was started
             * @constant
             */
            dry_run: true;
            /**
             * @description All videos that there are
             * @example 120
             */
            videos: number;
            /**
             * @description Jobs that would be started
             * @example 10
             */
            job_count: number;
            /** @description All others, by the first reason that holds */
            left_out: {
                /**
                 * @description Why
                 * @example does_not_match
                 * @enum {string}
                 */
                reason: "does_not_match" | "already_active" | "beyond_max_videos";
                /**
                 * @description How many
                 * @example 110
                 */
                videos: number;
                /**
                 * @description The reason in words
                 * @example The filter does not mean it
                 */
                sentence: string;
            }[];
        };
        Sweep: {
            /**
             * @description The sweep
             * @example 1
             */
            id: number;
            /**
             * @description What is done
             * @example tag
             * @enum {string}
             */
            action: "tag" | "untag" | "archive" | "unarchive" | "retry" | "cancel" | "delete";
            /**
             * @description Of tag and untag
             * @example holiday
             */
            tag: string | null;
            /**
             * @description Videos that were meant when it was asked for
             * @example 120
             */
            videos: number;
            /**
             * @description So many of them are through
             * @example 120
             */
            done: number;
            /**
             * @description So many of those were changed; the others were so already, or are gone
             * @example 118
             */
            changed: number;
            /**
             * @description Who asked for it
             * @example Ada
             */
            requested_by: string;
            /**
             * Format: date-time
             * @description When it was asked for
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was through; null before
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The sweep
                 * @example /api/v1/sweeps/1
                 */
                self: string;
            };
        };
        SweepPreview: {
            /**
             * @description Nothing was changed
             * @constant
             */
            dry_run: true;
            /**
             * @description What would be done
             * @example tag
             * @enum {string}
             */
            action: "tag" | "untag" | "archive" | "unarchive" | "retry" | "cancel" | "delete";
            /**
             * @description To how many videos
             * @example 120
             */
            videos: number;
        };
        DeadLetterGroup: {
            cause: components["schemas"]["Cause"];
            /**
             * @description Jobs
             * @example 3
             */
            jobs: number;
            /**
             * @description Videos; null where more than 1,000 jobs stand under a cause that alone narrows
             * @example 3
             */
            videos: number | null;
            /**
             * Format: date-time
             * @description When the first of them failed
             * @example 2026-05-01T10:00:00.000Z
             */
            first_at: string;
            /**
             * Format: date-time
             * @description When the last of them failed
             * @example 2026-05-01T10:00:00.000Z
             */
            last_at: string;
            sample: {
                /**
                 * Format: uuid
                 * @description The job that failed last
                 * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
                 */
                job_id: string;
                /**
                 * @description What happened to it
                 * @example No space left on device
                 */
                message: string | null;
                /**
                 * @description The lines that show the cause
                 * @example av_interleaved_write_frame(): -28
                 */
                evidence: string | null;
            };
        };
        Queue: {
            /**
             * @description Videos without a job
             * @example 3
             */
            pending: number;
            /**
             * @description Videos whose job waits
             * @example 2
             */
            queued: number;
            /**
             * @description Videos whose job runs
             * @example 1
             */
            processing: number;
            /**
             * @description Videos whose job failed
             * @example 0
             */
            failed: number;
            /**
             * @description Jobs completed since midnight, UTC
             * @example 7
             */
            completed_today: number;
            /**
             * @description Of the last 30 days; null without any
             * @example 180
             */
            average_processing_seconds: number | null;
            /**
             * @description The same in words
             * @example 3m
             */
            average_processing_time: string | null;
            /** @description All jobs, by status */
            jobs: {
                /**
                 * @description All of them
                 * @example 46
                 */
                total: number;
                /**
                 * @description Those that are queued
                 * @example 2
                 */
                queued: number;
                /**
                 * @description Those that are running
                 * @example 2
                 */
                running: number;
                /**
                 * @description Those that are completed
                 * @example 2
                 */
                completed: number;
                /**
                 * @description Those that are failed
                 * @example 2
                 */
                failed: number;
                /**
                 * @description Those that are cancelled
                 * @example 2
                 */
                cancelled: number;
            };
            /**
             * @description Jobs that failed for good and wait for somebody’s decision
             * @example 1
             */
            dead_letters: number;
            /**
             * @description Jobs, over the last hour
             * @example 0.4
             */
            completed_per_minute: number;
            /** @description When all of it is done; null where that cannot be told */
            eta: {
                /**
                 * Format: date-time
                 * @description The earliest
                 * @example 2026-05-01T10:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description The latest
                 * @example 2026-05-01T10:00:00.000Z
                 */
                to: string;
            } | null;
            /** @description The whole queue first */
            lanes: components["schemas"]["Lane"][];
            /** @description Jobs that wait and that no live worker will take */
            stranded: {
                /**
                 * @description Where they wait
                 * @example quick
                 * @enum {string}
                 */
                lane: "quick" | "encode";
                /** @description That a worker must have */
                worker_tags: string[];
                /**
                 * @description That a worker must understand
                 * @example 1
                 */
                payload_version: number;
                /**
                 * @description How many
                 * @example 3
                 */
                jobs: number;
                /**
                 * Format: date-time
                 * @description When the first of them was asked for
                 * @example 2026-05-01T10:00:00.000Z
                 */
                since: string;
                /**
                 * @description In words
                 * @example Waits for a worker with the tag gpu: none is alive
                 */
                reason: string;
            }[];
            /** @description Entries in Redis; null while that does not answer, which delays work and loses none */
            reminders: {
                /**
                 * @description Entries that wait
                 * @example 2
                 */
                waiting: number;
                /**
                 * @description Entries for later
                 * @example 0
                 */
                delayed: number;
                /**
                 * @description Entries being read
                 * @example 1
                 */
                active: number;
            } | null;
            /** @description Those heard of lately */
            workers: components["schemas"]["Worker"][];
            schedulers: {
                /** @description Those heard of lately */
                alive: {
                    /**
                     * @description The process
                     * @example host-1-4711
                     */
                    id: string;
                    /**
                     * @description Its machine
                     * @example host-1
                     */
                    host_name: string;
                    /**
                     * @description Its process id there
                     * @example 4711
                     */
                    pid: number;
                    /**
                     * Format: date-time
                     * @description When it began
                     * @example 2026-05-01T10:00:00.000Z
                     */
                    started_at: string;
                    /**
                     * Format: date-time
                     * @description When it was heard of last
                     * @example 2026-05-01T10:00:00.000Z
                     */
                    heartbeat_at: string;
                }[];
                /**
                 * @description Schedules that are on
                 * @example 2
                 */
                enabled_schedules: number;
                /**
                 * Format: date-time
                 * @description Of any, also one that is gone
                 * @example 2026-05-01T10:00:00.000Z
                 */
                last_heartbeat_at: string | null;
                /**
                 * @description Schedules are on and nobody fires them
                 * @example No scheduler is running
                 */
                warning: string | null;
            };
        };
        Lane: {
            /**
             * @description `all` is the whole queue
             * @example all
             * @enum {string}
             */
            name: "all" | "quick" | "encode";
            /**
             * @description Jobs that are due or will be
             * @example 2
             */
            waiting: number;
            /**
             * @description Jobs that wait for their batch, or for whoever paused them
             * @example 0
             */
            held: number;
            /**
             * @description Jobs that run
             * @example 1
             */
            running: number;
            /**
             * @description Jobs at once over all workers; null: their slots
             * @example 2
             */
            concurrency: number | null;
            /** @description Null: it is not */
            paused: {
                /**
                 * Format: date-time
                 * @description Since when
                 * @example 2026-05-01T10:00:00.000Z
                 */
                at: string;
                /**
                 * @description Who paused it
                 * @example Ada
                 */
                by: string;
                /**
                 * @description Why
                 * @example The disk is being changed
                 */
                reason: string | null;
            } | null;
            /** @description What stopped it by itself; null: nothing */
            breaker: {
                /**
                 * @description What every job would meet
                 * @example DISK_FULL
                 */
                cause: string;
                /**
                 * @description What that means
                 * @example The disk is full.
                 */
                sentence: string;
                /**
                 * @description What helps
                 * @example Free space.
                 */
                remedy: string;
                /**
                 * Format: date-time
                 * @description When it stopped the lane
                 * @example 2026-05-01T10:00:00.000Z
                 */
                opened_at: string;
                /**
                 * Format: date-time
                 * @description When one job tries again
                 * @example 2026-05-01T10:00:00.000Z
                 */
                tries_again_at: string;
            } | null;
            /** @description By its work windows; null: it has none */
            window: {
                /**
                 * @description Whether jobs may begin
                 * @example true
                 */
                is_open: boolean;
                /**
                 * Format: date-time
                 * @description When that changes; null: never
                 * @example 2026-05-01T10:00:00.000Z
                 */
                until: string | null;
                /**
                 * @description What became of those that ran; null while it is open
                 * @example finish
                 * @enum {string|null}
                 */
                at_end: "finish" | "freeze" | null;
            } | null;
        };
        Worker: {
            /**
             * @description The process
             * @example host-1-4711
             */
            id: string;
            /**
             * @description Its machine
             * @example host-1
             */
            host_name: string;
            /**
             * @description Its process id there
             * @example 4711
             */
            pid: number;
            /**
             * @description Slots of the lane `encode`
             * @example 2
             */
            concurrency: number;
            /**
             * @description Jobs that it runs
             * @example 1
             */
            running_jobs: number;
            lanes: {
                quick: {
                    /**
                     * @description Jobs that it can run at once; 0: it takes none of the lane
                     * @example 2
                     */
                    slots: number;
                    /**
                     * @description Jobs that it runs
                     * @example 1
                     */
                    running: number;
                };
                encode: {
                    /**
                     * @description Jobs that it can run at once; 0: it takes none of the lane
                     * @example 2
                     */
                    slots: number;
                    /**
                     * @description Jobs that it runs
                     * @example 1
                     */
                    running: number;
                };
            };
            /** @description It takes jobs whose tags are all among these */
            tags: string[];
            /**
             * @description Of its program
             * @example 0.1.0
             */
            version: string | null;
            /**
             * @description Of jobs that it understands, with all older ones
             * @example 1
             */
            payload_version: number;
            /**
             * @description Why it takes no work
             * @example The disk has 0.5 GB left
             */
            idle_reason: string | null;
            /**
             * Format: date-time
             * @description When it began
             * @example 2026-05-01T10:00:00.000Z
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it was heard of last
             * @example 2026-05-01T10:00:00.000Z
             */
            heartbeat_at: string;
        };
        WorkWindow: {
            /**
             * @description The window
             * @example 1
             */
            id: number;
            /**
             * @description For which lane
             * @example all
             * @enum {string}
             */
            lane: "all" | "quick" | "encode";
            /** @description On which it begins */
            days: number[];
            /**
             * @description When it begins
             * @example 22:00
             */
            from: string;
            /**
             * @description When it ends; not after `from`: on the next day
             * @example 06:00
             */
            to: string;
            /**
             * @description IANA name
             * @example Europe/Berlin
             */
            time_zone: string;
            /**
             * @description What running jobs do then
             * @example finish
             * @enum {string}
             */
            at_end: "finish" | "freeze";
            /**
             * @description Whether it counts
             * @example true
             */
            is_enabled: boolean;
        };
        WorkWindowRequest: {
            /**
             * @description For which lane; `all`: for every lane
             * @enum {string}
             */
            lane: "all" | "quick" | "encode";
            /**
             * @description On which it begins, 1 Monday to 7 Sunday
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            days: number[];
            /**
             * @description When it begins
             * @example 22:00
             */
            from: string;
            /**
             * @description When it ends; not after `from`: on the next day
             * @example 06:00
             */
            to: string;
            /**
             * @description IANA name
             * @example Europe/Berlin
             */
            time_zone: string;
            /**
             * @description Running jobs finish, or stand still until it opens again
             * @enum {string}
             */
            at_end: "finish" | "freeze";
            /**
             * @description Whether it counts
             * @default true
             */
            is_enabled?: boolean;
        };
        WorkWindowSwitch: {
            /** @description Whether it counts */
            is_enabled: boolean;
        };
        Schedule: {
            /**
             * @description The schedule
             * @example 1
             */
            id: number;
            /**
             * @description What people call it
             * @example Night shift
             */
            name: string;
            /**
             * @description What it starts
             * @example start_batch
             * @enum {string}
             */
            action: "start_batch" | "retry_failed_jobs" | "import_folder" | "verify_files" | "re_probe" | "retention" | "report" | "clean_scratch";
            /**
             * @description Of the action
             * @example {
             *       "preset": "medium",
             *       "max_videos": 100
             *     }
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description When
             * @example 0 1 * * *
             */
            cron: string;
            /**
             * @description By whose clocks
             * @example Europe/Berlin
             */
            time_zone: string;
            /**
             * @description What becomes of due times that nobody saw
             * @example once
             * @enum {string}
             */
            missed_policy: "once" | "skip" | "all";
            /**
             * @description Whether it fires
             * @example true
             */
            is_enabled: boolean;
            /**
             * Format: date-time
             * @description When it fires next
             * @example 2026-05-01T10:00:00.000Z
             */
            next_due_at: string | null;
            /** @description Null before the first */
            last_firing: components["schemas"]["Firing"] | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The schedule
                 * @example /api/v1/schedules/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description What it did
                 * @example /api/v1/schedules/1/firings
                 */
                firings: string;
            };
        };
        Firing: {
            /**
             * @description The firing
             * @example 1
             */
            id: number;
            /**
             * @description Its schedule
             * @example 1
             */
            schedule_id: number;
            /**
             * Format: date-time
             * @description For which time
             * @example 2026-05-01T10:00:00.000Z
             */
            due_at: string;
            /**
             * @description Somebody asked for it
             * @example false
             */
            is_manual: boolean;
            /**
             * @description What became of it
             * @example pending
             * @enum {string}
             */
            status: "pending" | "running" | "completed" | "failed" | "skipped";
            /**
             * @description What it did, as a sentence
             * @example Batch 7: 12 jobs.
             */
            result: string | null;
            /**
             * @description What is odd about its due time
             * @example Made up for late.
             */
            note: string | null;
            /**
             * @description `batch_id`, `job_ids`, `findings` or `report`, by what it did
             * @example {
             *       "batch_id": 7
             *     }
             */
            details: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description When it began
             * @example 2026-05-01T10:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
        };
        Watermark: {
            /**
             * Format: uuid
             * @description The watermark
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            id: string;
            /**
             * @description Unique, in any case of letters
             * @example Acme
             */
            name: string;
            /**
             * @description Pixels
             * @example 400
             */
            width: number;
            /**
             * @description Pixels
             * @example 120
             */
            height: number;
            /**
             * @description Of the file
             * @example 12345
             */
            size_bytes: number;
            /**
             * @description What it is
             * @example image/png
             */
            mime_type: string;
            /**
             * @description Of the file
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * Format: date-time
             * @description When it was added
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            links: {
                /**
                 * Format: uri-reference
                 * @description The watermark
                 * @example /api/v1/watermarks/01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description Its picture
                 * @example /api/v1/watermarks/01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10/picture
                 */
                picture: string;
            };
        };
        Statistics: {
            /**
             * @description How many
             * @example 30
             */
            days: number;
            /**
             * @description Videos taken in
             * @example 50
             */
            videos_added: number;
            /**
             * @description Jobs asked for
             * @example 45
             */
            jobs_started: number;
            /**
             * @description Jobs that completed
             * @example 40
             */
            completed: number;
            /**
             * @description Jobs that failed
             * @example 2
             */
            failed: number;
            /**
             * @description Jobs that were cancelled
             * @example 1
             */
            cancelled: number;
            /**
             * @description Completed of those that completed or failed, 0..1
             * @example 0.95
             */
            success_rate: number | null;
            /**
             * @description From start to end, of those that completed
             * @example 181.5
             */
            average_processing_seconds: number | null;
            /**
             * @description Of the originals of completed jobs
             * @example 12345678901
             */
            bytes_in: number;
            /**
             * @description Of the renditions made
             * @example 4567890123
             */
            bytes_out: number;
            /** @description Why jobs failed, the most frequent first */
            causes: {
                /**
                 * @description A code
                 * @example INPUT_TRUNCATED
                 */
                cause: string;
                /**
                 * @description Jobs
                 * @example 2
                 */
                jobs: number;
            }[];
            /** @description Those that had jobs */
            presets: {
                /**
                 * @description Its name
                 * @example medium
                 */
                preset: string;
                /**
                 * @description Jobs that completed
                 * @example 40
                 */
                completed: number;
                /**
                 * @description Jobs that failed
                 * @example 2
                 */
                failed: number;
                /**
                 * @description Jobs that were cancelled
                 * @example 1
                 */
                cancelled: number;
                /**
                 * @description From start to end, of those that completed
                 * @example 181.5
                 */
                average_processing_seconds: number | null;
            }[];
            /** @description Every day, also the idle ones */
            daily: {
                /**
                 * Format: date
                 * @description UTC
                 * @example 2026-05-01
                 */
                date: string;
                /**
                 * @description Jobs that completed
                 * @example 40
                 */
                completed: number;
                /**
                 * @description Jobs that failed
                 * @example 2
                 */
                failed: number;
                /**
                 * @description Jobs that were cancelled
                 * @example 1
                 */
                cancelled: number;
                /**
                 * @description From start to end, of those that completed
                 * @example 181.5
                 */
                average_processing_seconds: number | null;
                /**
                 * @description Of the originals of jobs completed on it
                 * @example 123456789
                 */
                bytes_in: number;
                /**
                 * @description Of the renditions made on it
                 * @example 45678901
                 */
                bytes_out: number;
            }[];
        };
        Event: {
            /**
             * @description Rises in the order in which changes were committed
             * @example 812
             */
            id: number;
            /**
             * @description What happened
             * @example video.uploaded
             * @enum {string}
             */
            type: "video.uploaded" | "video.updated" | "video.deleted" | "job.queued" | "job.started" | "job.completed" | "job.failed" | "job.cancelled" | "rendition.published" | "batch.started" | "batch.paused" | "batch.cancelled" | "batch.completed" | "webhook.test";
            /**
             * Format: date-time
             * @description When
             * @example 2026-05-01T10:00:00.000Z
             */
            timestamp: string;
            /**
             * @description Its video
             * @example 1
             */
            video_id: number | null;
            /**
             * Format: uuid
             * @description Its job
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            job_id: string | null;
            /**
             * @description Its batch
             * @example 7
             */
            batch_id: number | null;
            /**
             * @description The thing as it was then: what the API says of it, without long lists
             * @example {
             *       "id": 1,
             *       "title": "By the sea",
             *       "status": "pending"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
        };
        Webhook: {
            /**
             * @description The webhook
             * @example 1
             */
            id: number;
            /**
             * @description Where events are sent
             * @example https://example.com/mediakeep
             */
            url: string;
            /**
             * @description For people
             * @example The website
             */
            description: string;
            /** @description What it is told of */
            event_types: string[];
            /**
             * @description Whether events are sent
             * @example true
             */
            is_enabled: boolean;
            /**
             * @description `stopped`: Mediakeep turned it off
             * @example working
             * @enum {string}
             */
            state: "working" | "failing" | "stopped" | "off";
            /**
             * Format: date-time
             * @description When the first of its failures in a row was
             * @example 2026-05-01T10:00:00.000Z
             */
            failing_since: string | null;
            /**
             * @description Failed tries since then
             * @example 0
             */
            failure_count: number;
            /**
             * Format: date-time
             * @description When Mediakeep turned it off
             * @example 2026-05-01T10:00:00.000Z
             */
            stopped_at: string | null;
            /**
             * @description Why
             * @example It took nothing for 5 days, in 40 tries
             */
            stop_reason: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before signs too
             * @example 2026-05-01T10:00:00.000Z
             */
            former_secret_until: string | null;
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-05-01T10:00:00.000Z
             */
            updated_at: string;
            links: {
                /**
                 * Format: uri-reference
                 * @description The webhook
                 * @example /api/v1/webhooks/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description What was sent to it
                 * @example /api/v1/webhooks/1/deliveries
                 */
                deliveries: string;
            };
        };
        WebhookWithSecret: {
            /**
             * @description The webhook
             * @example 1
             */
            id: number;
            /**
             * @description Where events are sent
             * @example https://example.com/mediakeep
             */
            url: string;
            /**
             * @description For people
             * @example The website
             */
            description: string;
            /** @description What it is told of */
            event_types: string[];
            /**
             * @description Whether events are sent
             * @example true
             */
            is_enabled: boolean;
            /**
             * @description `stopped`: Mediakeep turned it off
             * @example working
             * @enum {string}
             */
            state: "working" | "failing" | "stopped" | "off";
            /**
             * Format: date-time
             * @description When the first of its failures in a row was
             * @example 2026-05-01T10:00:00.000Z
             */
            failing_since: string | null;
            /**
             * @description Failed tries since then
             * @example 0
             */
            failure_count: number;
            /**
             * Format: date-time
             * @description When Mediakeep turned it off
             * @example 2026-05-01T10:00:00.000Z
             */
            stopped_at: string | null;
            /**
             * @description Why
             * @example It took nothing for 5 days, in 40 tries
             */
            stop_reason: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before signs too
             * @example 2026-05-01T10:00:00.000Z
             */
            former_secret_until: string | null;
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-05-01T10:00:00.000Z
             */
            updated_at: string;
            links: {
                /**
                 * Format: uri-reference
                 * @description The webhook
                 * @example /api/v1/webhooks/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description What was sent to it
                 * @example /api/v1/webhooks/1/deliveries
                 */
                deliveries: string;
            };
            /**
             * @description Signs what is sent; told only now
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        Delivery: {
            /**
             * @description The delivery
             * @example 1
             */
            id: number;
            /**
             * @description To whom
             * @example 1
             */
            webhook_id: number;
            /**
             * @description The header `webhook-id`, the same in each try
             * @example evt_812
             */
            message_id: string;
            /**
             * @description Of what
             * @example 812
             */
            event_id: number;
            /**
             * @description What happened
             * @example video.uploaded
             * @enum {string}
             */
            event_type: "video.uploaded" | "video.updated" | "video.deleted" | "job.queued" | "job.started" | "job.completed" | "job.failed" | "job.cancelled" | "rendition.published" | "batch.started" | "batch.paused" | "batch.cancelled" | "batch.completed" | "webhook.test";
            /**
             * @description Its video
             * @example 1
             */
            video_id: number | null;
            /**
             * Format: uuid
             * @description Its job
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            job_id: string | null;
            /**
             * @description What became of it
             * @example pending
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed" | "dismissed";
            /**
             * @description Tries so far
             * @example 1
             */
            attempt_count: number;
            /**
             * @description HTTP status of the last answer
             * @example 200
             */
            last_status: number | null;
            /**
             * @description What was wrong the last time
             * @example It answered 500
             */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it is tried next
             * @example 2026-05-01T10:00:00.000Z
             */
            next_try_at: string | null;
            /**
             * Format: date-time
             * @description When it is given up
             * @example 2026-05-01T10:00:00.000Z
             */
            give_up_at: string | null;
            /**
             * Format: date-time
             * @description When it was queued
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was over
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The delivery
                 * @example /api/v1/deliveries/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description Its webhook
                 * @example /api/v1/webhooks/1
                 */
                webhook: string;
            };
        };
        WholeDelivery: {
            /**
             * @description The delivery
             * @example 1
             */
            id: number;
            /**
             * @description To whom
             * @example 1
             */
            webhook_id: number;
            /**
             * @description The header `webhook-id`, the same in each try
             * @example evt_812
             */
            message_id: string;
            /**
             * @description Of what
             * @example 812
             */
            event_id: number;
            /**
             * @description What happened
             * @example video.uploaded
             * @enum {string}
             */
            event_type: "video.uploaded" | "video.updated" | "video.deleted" | "job.queued" | "job.started" | "job.completed" | "job.failed" | "job.cancelled" | "rendition.published" | "batch.started" | "batch.paused" | "batch.cancelled" | "batch.completed" | "webhook.test";
            /**
             * @description Its video
             * @example 1
             */
            video_id: number | null;
            /**
             * Format: uuid
             * @description Its job
             * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
             */
            job_id: string | null;
            /**
             * @description What became of it
             * @example pending
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed" | "dismissed";
            /**
             * @description Tries so far
             * @example 1
             */
            attempt_count: number;
            /**
             * @description HTTP status of the last answer
             * @example 200
             */
            last_status: number | null;
            /**
             * @description What was wrong the last time
             * @example It answered 500
             */
            last_error: string | null;
            /**
             * Format: date-time
             * @description When it is tried next
             * @example 2026-05-01T10:00:00.000Z
             */
            next_try_at: string | null;
            /**
             * Format: date-time
             * @description When it is given up
             * @example 2026-05-01T10:00:00.000Z
             */
            give_up_at: string | null;
            /**
             * Format: date-time
             * @description When it was queued
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was over
             * @example 2026-05-01T10:00:00.000Z
             */
            finished_at: string | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The delivery
                 * @example /api/v1/deliveries/1
                 */
                self: string;
                /**
                 * Format: uri-reference
                 * @description Its webhook
                 * @example /api/v1/webhooks/1
                 */
                webhook: string;
            };
            body: components["schemas"]["Event"];
            /** @description The last first */
            attempts: components["schemas"]["DeliveryAttempt"][];
        };
        DeliveryAttempt: {
            /**
             * @description The header `webhook-attempt`
             * @example 1
             */
            number: number;
            /** @description As they were sent */
            request_headers: {
                [key: string]: string;
            };
            /**
             * @description HTTP status; null where nothing answered
             * @example 200
             */
            status: number | null;
            /**
             * @description Null where it was taken
             * @example ANSWERED_BADLY
             */
            error_code: string | null;
            /**
             * @description For people
             * @example It answered 500
             */
            error: string | null;
            /** @description Of its answer, the first 40 */
            response_headers: {
                [key: string]: string;
            } | null;
            /**
             * @description Of its answer, the first 16 KiB
             * @example thank you
             */
            response_body: string | null;
            /**
             * @description There was more of it
             * @example false
             */
            is_body_cut: boolean;
            /**
             * @description How long it took
             * @example 120
             */
            duration_ms: number | null;
            /**
             * Format: date-time
             * @description When it ended
             * @example 2026-05-01T10:00:00.000Z
             */
            created_at: string;
        };
        WebhookTest: {
            /**
             * @description It answered 200 to 299
             * @example true
             */
            is_taken: boolean;
            /**
             * @description HTTP status; null where nothing answered
             * @example 200
             */
            status: number | null;
            /**
             * @description Null where it was taken
             * @example ANSWERED_BADLY
             */
            error_code: string | null;
            /**
             * @description For people
             * @example It answered 500
             */
            error: string | null;
            /** @description Of its answer, the first 40 */
            response_headers: {
                [key: string]: string;
            } | null;
            /**
             * @description Of its answer, the first 16 KiB
             * @example thank you
             */
            response_body: string | null;
            /**
             * @description There was more of it
             * @example false
             */
            is_body_cut: boolean;
            /**
             * @description How long it took
             * @example 120
             */
            duration_ms: number | null;
            links: {
                /**
                 * Format: uri-reference
                 * @description The delivery
                 * @example /api/v1/deliveries/1
                 */
                delivery: string;
            };
        };
        AuditLine: {
            /**
             * @description Rises with time
             * @example 4711
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             * @example 2026-05-01T10:00:00.000Z
             */
            at: string;
            /**
             * @description Who, by the name of that time
             * @example Ada
             */
            actor: string;
            /**
             * @description Where the request came in
             * @example console
             * @enum {string}
             */
            via: "console" | "api" | "ace" | "schedule" | "worker" | "system";
            /**
             * @description What was done
             * @example job.cancelled
             */
            action: string;
            subject: {
                /**
                 * @description To what kind of thing
                 * @example job
                 */
                type: string;
                /**
                 * @description To which
                 * @example 01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10
                 */
                id: string | null;
            };
            /**
             * @description What belongs to it
             * @example {}
             */
            details: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description `E_UNAUTHORIZED`: No token came, or one that is wrong, has expired or was revoked. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_UNAUTHORIZED";
                };
            };
        };
        /** @description `E_INTERNAL`: Something unforeseen; the log of the web process has the `request_id`. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_INTERNAL";
                };
            };
        };
        /**
         * @description `E_TOO_MANY_REQUESTS`: This token asked too often: wait for `Retry-After`.
         *
         *     `E_TOO_MANY_WRONG_TOKENS`: Too many wrong tokens came from this address: wait for `Retry-After`.
         */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_TOO_MANY_REQUESTS" | "E_TOO_MANY_WRONG_TOKENS";
                };
            };
        };
        /**
         * @description `E_DATABASE_UNREACHABLE`: Postgres does not answer. Nothing was changed.
         *
         *     `E_STORAGE_UNREACHABLE`: The store cannot be read or written.
         *
         *     `E_QUEUE_UNREACHABLE`: Redis does not answer.
         *
         *     `E_DISK_FULL`: The disk is full. Free space, then send it again.
         */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_DATABASE_UNREACHABLE" | "E_STORAGE_UNREACHABLE" | "E_QUEUE_UNREACHABLE" | "E_DISK_FULL";
                };
            };
        };
        /** @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be. */
        UnprocessableEntity: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_VALIDATION";
                };
            };
        };
        /**
         * @description `E_SCOPE_MISSING`: The token lacks the scope that this takes.
         *
         *     `E_ROLE_TOO_LOW`: The token’s user may not do this.
         */
        Forbidden: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_SCOPE_MISSING" | "E_ROLE_TOO_LOW";
                };
            };
        };
        /** @description `E_BODY_NOT_JSON`: The body is something else than `application/json`. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_BODY_NOT_JSON";
                };
            };
        };
        /**
         * @description `E_INVALID_JSON`: The body is no JSON object.
         *
         *     `E_JSON_TOO_DEEP`: The body is nested deeper than 64.
         */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_INVALID_JSON" | "E_JSON_TOO_DEEP";
                };
            };
        };
        /** @description `E_REQUEST_ENTITY_TOO_LARGE`: The body is larger than this server takes. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_REQUEST_ENTITY_TOO_LARGE";
                };
            };
        };
        /** @description `E_SCOPE_MISSING`: The token lacks the scope that this takes. */
        Forbidden2: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_SCOPE_MISSING";
                };
            };
        };
        /**
         * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
         *
         *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
         */
        Conflict: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT";
                };
            };
        };
        /** @description `E_PRECONDITION_FAILED`: Somebody changed it since you read it: `ETag` is what it is now. */
        PreconditionFailed: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_PRECONDITION_FAILED";
                };
            };
        };
        /** @description `E_WEBHOOK_NOT_FOUND`: There is no such webhook. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_WEBHOOK_NOT_FOUND";
                };
            };
        };
        /** @description `E_VIDEO_NOT_FOUND`: There is no such video. */
        NotFound2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_VIDEO_NOT_FOUND";
                };
            };
        };
        /** @description `E_JOB_NOT_FOUND`: There is no such job. */
        NotFound3: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_JOB_NOT_FOUND";
                };
            };
        };
        /** @description The file has no such bytes */
        RangeNotSatisfiable: {
            headers: {
                "Content-Range": components["headers"]["Content-Range"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `E_BATCH_NOT_FOUND`: There is no such batch. */
        NotFound4: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_BATCH_NOT_FOUND";
                };
            };
        };
        /** @description `E_SCHEDULE_NOT_FOUND`: There is no such schedule. */
        NotFound5: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_SCHEDULE_NOT_FOUND";
                };
            };
        };
        /** @description `E_TUS_VERSION`: The header `Tus-Resumable` is missing or another than `1.0.0`. */
        PreconditionFailed2: {
            headers: {
                ETag: components["headers"]["ETag"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_TUS_VERSION";
                };
            };
        };
        /** @description `E_PRESET_MISSING`: There is no such preset. */
        NotFound6: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_PRESET_MISSING";
                };
            };
        };
        /** @description `E_LANE_NOT_FOUND`: There is no such lane. */
        NotFound7: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_LANE_NOT_FOUND";
                };
            };
        };
        /**
         * @description `E_REQUEST_ENTITY_TOO_LARGE`: The body is larger than this server takes.
         *
         *     `E_VIDEO_TOO_LARGE`: The file is larger than `MAX_VIDEO_SIZE`.
         */
        PayloadTooLarge2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_REQUEST_ENTITY_TOO_LARGE" | "E_VIDEO_TOO_LARGE";
                };
            };
        };
        /**
         * @description `E_DATABASE_UNREACHABLE`: Postgres does not answer. Nothing was changed.
         *
         *     `E_STORAGE_UNREACHABLE`: The store cannot be read or written.
         *
         *     `E_QUEUE_UNREACHABLE`: Redis does not answer.
         *
         *     `E_DISK_FULL`: The disk is full. Free space, then send it again.
         *
         *     `FFMPEG_MISSING`: ffmpeg or ffprobe cannot be run.
         */
        ServiceUnavailable2: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_DATABASE_UNREACHABLE" | "E_STORAGE_UNREACHABLE" | "E_QUEUE_UNREACHABLE" | "E_DISK_FULL" | "FFMPEG_MISSING";
                };
            };
        };
        /** @description `E_UPLOAD_LOCKED`: A broken connection still holds it: try again soon. */
        Locked: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_UPLOAD_LOCKED";
                };
            };
        };
        /** @description `E_UPLOAD_NOT_FOUND`: There is no such upload of yours. */
        NotFound8: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_UPLOAD_NOT_FOUND";
                };
            };
        };
        /** @description `E_IMPORT_NOT_FOUND`: There is no such import. */
        NotFound9: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_IMPORT_NOT_FOUND";
                };
            };
        };
        /**
         * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
         *
         *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
         *
         *     `E_JOB_ALREADY_ENDED`: The job is over: there is nothing to stop.
         */
        Conflict2: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_JOB_ALREADY_ENDED";
                };
            };
        };
        /**
         * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
         *
         *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
         *
         *     `E_BATCH_ENDED`: The batch is cancelled or finished.
         */
        Conflict3: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_BATCH_ENDED";
                };
            };
        };
        /** @description `E_WORK_WINDOW_NOT_FOUND`: There is no such window. */
        NotFound10: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_WORK_WINDOW_NOT_FOUND";
                };
            };
        };
        /** @description `E_DELIVERY_NOT_FOUND`: There is no such delivery, or its event is forgotten. */
        NotFound11: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "E_DELIVERY_NOT_FOUND";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Where what was made or begun is */
        Location: string;
        /** @description `rel="next"`: the next page of the list, where there is one */
        Link: string;
        /** @description Changes whenever what it stands for does */
        ETag: string;
        /** @description Stands in the log of the web process; send one to choose it */
        "X-Request-Id": string;
        /** @description Requests that this token has in a minute */
        "X-RateLimit-Limit": number;
        /** @description Those that are left of them */
        "X-RateLimit-Remaining": number;
        /** @description When it has all of them again, in seconds since 1970 */
        "X-RateLimit-Reset": number;
        /** @description The same as the IETF has it: `"token";r=599;t=60` */
        RateLimit: string;
        /** @description Requests in so many seconds: `"token";q=600;w=60` */
        "RateLimit-Policy": string;
        /** @description Seconds after which it is worth asking again */
        "Retry-After": number;
        /** @description `true`: this was answered before, to the same key */
        "Idempotency-Replayed": string;
        /** @description How to say who asks */
        "WWW-Authenticate": string;
        /** @description The methods that are possible here */
        Allow: string;
        /** @description `bytes`: parts can be asked for */
        "Accept-Ranges": string;
        /** @description Which bytes came, of how many */
        "Content-Range": string;
        /** @description Whether to show or save the file, and under which name */
        "Content-Disposition": string;
    };
    pathItems: never;
}
export type Problem = components['schemas']['Problem'];
export type PageMeta = components['schemas']['PageMeta'];
export type Cause = components['schemas']['Cause'];
export type Video = components['schemas']['Video'];
export type VideoDetails = components['schemas']['VideoDetails'];
export type DuplicateOf = components['schemas']['DuplicateOf'];
export type UploadedVideo = components['schemas']['UploadedVideo'];
export type Rendition = components['schemas']['Rendition'];
export type VideoStatus = components['schemas']['VideoStatus'];
export type VideoBeingDeleted = components['schemas']['VideoBeingDeleted'];
export type Upload = components['schemas']['Upload'];
export type EndedUpload = components['schemas']['EndedUpload'];
export type Import = components['schemas']['Import'];
export type VideoLinks = components['schemas']['VideoLinks'];
export type Job = components['schemas']['Job'];
export type JobDetails = components['schemas']['JobDetails'];
export type Attempt = components['schemas']['Attempt'];
export type JobLog = components['schemas']['JobLog'];
export type MediaWarning = components['schemas']['MediaWarning'];
export type Track = components['schemas']['Track'];
export type PresetJobRequest = components['schemas']['PresetJobRequest'];
export type TranscodeJobRequest = components['schemas']['TranscodeJobRequest'];
export type CompressJobRequest = components['schemas']['CompressJobRequest'];
export type ResizeJobRequest = components['schemas']['ResizeJobRequest'];
export type ConvertJobRequest = components['schemas']['ConvertJobRequest'];
export type TrimJobRequest = components['schemas']['TrimJobRequest'];
export type ExtractAudioJobRequest = components['schemas']['ExtractAudioJobRequest'];
export type ThumbnailJobRequest = components['schemas']['ThumbnailJobRequest'];
export type StoryboardJobRequest = components['schemas']['StoryboardJobRequest'];
export type PackageHlsJobRequest = components['schemas']['PackageHlsJobRequest'];
export type WatermarkJobRequest = components['schemas']['WatermarkJobRequest'];
export type FilterJobRequest = components['schemas']['FilterJobRequest'];
export type GrayscaleJobRequest = components['schemas']['GrayscaleJobRequest'];
export type SepiaJobRequest = components['schemas']['SepiaJobRequest'];
export type EdgesJobRequest = components['schemas']['EdgesJobRequest'];
export type EnhanceJobRequest = components['schemas']['EnhanceJobRequest'];
export type DeinterlaceJobRequest = components['schemas']['DeinterlaceJobRequest'];
export type StabiliseJobRequest = components['schemas']['StabiliseJobRequest'];
export type BlurJobRequest = components['schemas']['BlurJobRequest'];
export type SharpenJobRequest = components['schemas']['SharpenJobRequest'];
export type DenoiseJobRequest = components['schemas']['DenoiseJobRequest'];
export type AdjustJobRequest = components['schemas']['AdjustJobRequest'];
export type JobRequest = components['schemas']['JobRequest'];
export type Operation = components['schemas']['Operation'];
export type Recipe = components['schemas']['Recipe'];
export type PresetLimits = components['schemas']['PresetLimits'];
export type Preset = components['schemas']['Preset'];
export type Batch = components['schemas']['Batch'];
export type BatchPreview = components['schemas']['BatchPreview'];
export type Sweep = components['schemas']['Sweep'];
export type SweepPreview = components['schemas']['SweepPreview'];
export type DeadLetterGroup = components['schemas']['DeadLetterGroup'];
export type Queue = components['schemas']['Queue'];
export type Lane = components['schemas']['Lane'];
export type Worker = components['schemas']['Worker'];
export type WorkWindow = components['schemas']['WorkWindow'];
export type WorkWindowRequest = components['schemas']['WorkWindowRequest'];
export type WorkWindowSwitch = components['schemas']['WorkWindowSwitch'];
export type Schedule = components['schemas']['Schedule'];
export type Firing = components['schemas']['Firing'];
export type Watermark = components['schemas']['Watermark'];
export type Statistics = components['schemas']['Statistics'];
export type Event = components['schemas']['Event'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookWithSecret = components['schemas']['WebhookWithSecret'];
export type Delivery = components['schemas']['Delivery'];
export type WholeDelivery = components['schemas']['WholeDelivery'];
export type DeliveryAttempt = components['schemas']['DeliveryAttempt'];
export type WebhookTest = components['schemas']['WebhookTest'];
export type AuditLine = components['schemas']['AuditLine'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseServiceUnavailable = components['responses']['ServiceUnavailable'];
export type ResponseUnprocessableEntity = components['responses']['UnprocessableEntity'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponsePayloadTooLarge = components['responses']['PayloadTooLarge'];
export type ResponseForbidden2 = components['responses']['Forbidden2'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponsePreconditionFailed = components['responses']['PreconditionFailed'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseNotFound2 = components['responses']['NotFound2'];
export type ResponseNotFound3 = components['responses']['NotFound3'];
export type ResponseRangeNotSatisfiable = components['responses']['RangeNotSatisfiable'];
export type ResponseNotFound4 = components['responses']['NotFound4'];
export type ResponseNotFound5 = components['responses']['NotFound5'];
export type ResponsePreconditionFailed2 = components['responses']['PreconditionFailed2'];
export type ResponseNotFound6 = components['responses']['NotFound6'];
export type ResponseNotFound7 = components['responses']['NotFound7'];
export type ResponsePayloadTooLarge2 = components['responses']['PayloadTooLarge2'];
export type ResponseServiceUnavailable2 = components['responses']['ServiceUnavailable2'];
export type ResponseLocked = components['responses']['Locked'];
export type ResponseNotFound8 = components['responses']['NotFound8'];
export type ResponseNotFound9 = components['responses']['NotFound9'];
export type ResponseConflict2 = components['responses']['Conflict2'];
export type ResponseConflict3 = components['responses']['Conflict3'];
export type ResponseNotFound10 = components['responses']['NotFound10'];
export type ResponseNotFound11 = components['responses']['NotFound11'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderLink = components['headers']['Link'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderXRateLimitLimit = components['headers']['X-RateLimit-Limit'];
export type HeaderXRateLimitRemaining = components['headers']['X-RateLimit-Remaining'];
export type HeaderXRateLimitReset = components['headers']['X-RateLimit-Reset'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderIdempotencyReplayed = components['headers']['Idempotency-Replayed'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderAllow = components['headers']['Allow'];
export type HeaderAcceptRanges = components['headers']['Accept-Ranges'];
export type HeaderContentRange = components['headers']['Content-Range'];
export type HeaderContentDisposition = components['headers']['Content-Disposition'];
export type $defs = Record<string, never>;
export interface operations {
    listVideos: {
        parameters: {
            query?: {
                /** @description Only those of this status */
                status?: "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
                /** @description Only those whose title or file name has this in it */
                search?: string;
                /** @description Only those with this tag */
                tag?: string;
                /** @description Only those without a rendition of this preset */
                lacks_preset?: string;
                /** @description Only those that were taken in so many days ago or earlier */
                older_than_days?: number;
                /** @description Only those whose pictures have this codec */
                codec?: string;
                /** @description Only those at least so large */
                min_size_bytes?: number;
                /** @description Only those at most so large */
                max_size_bytes?: number;
                /** @description Only those at least so long */
                min_duration_seconds?: number;
                /** @description Only those at most so long */
                max_duration_seconds?: number;
                /** @description Only those taken in on this day, UTC, or later; or since this moment */
                added_from?: string;
                /** @description Only those taken in on this day, UTC, or earlier; or until this moment */
                added_to?: string;
                /** @description Only those that this user brought, by id */
                uploaded_by?: number;
                /** @description `only` those that are archived, or `any`; left out: those that are not */
                archived?: "only" | "any";
                /** @description Only these */
                ids?: number[];
                /** @description Only those that keep each of these values under its name */
                metadata?: {
                    [key: string]: string;
                };
                /** @description By what; with a minus downwards */
                sort?: "created_at" | "-created_at" | "title" | "-title" | "duration_seconds" | "-duration_seconds" | "size_bytes" | "-size_bytes";
                /** @description At most so many on a page */
                limit?: number;
                /** @description The page behind this cursor: `meta.next_cursor` of the page before */
                after?: string;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of videos */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Video"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    uploadVideo: {
        parameters: {
            query?: {
                /** @description As the field of that name, which counts more */
                duplicate?: "allow" | "reuse" | "reject";
            };
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The file; its bytes decide what it is, not its name */
                    video: string;
                    /** @description What people shall call it; left out: the file’s name */
                    title?: string;
                    /**
                     * @description A job by this preset is started too
                     * @example medium
                     */
                    preset?: string;
                    /** @description Of that job, higher comes earlier */
                    priority?: number;
                    /**
                     * @description Where the same bytes are here already: take them again, answer with that video, or refuse
                     * @default allow
                     * @enum {string}
                     */
                    duplicate?: "allow" | "reuse" | "reject";
                };
                "application/json": {
                    /**
                     * @description Where the file is: http or https, a public address, no name or password in it
                     * @example https://example.com/film.mp4
                     */
                    url?: string;
                    /**
                     * @description Or where it is on the server, below one of `IMPORT_PATHS`; one of both is given
                     * @example /srv/in/film.mp4
                     */
                    path?: string;
                    /** @description What people shall call it; left out: the file’s name */
                    title?: string | null;
                    /**
                     * @description At most 20 of 1 to 50 characters
                     * @example [
                     *       "holiday"
                     *     ]
                     */
                    tags?: string[];
                    /**
                     * @description A job by this preset is started when it is here
                     * @example medium
                     */
                    preset?: string | null;
                    /** @description Of that job, higher comes earlier */
                    priority?: number;
                    /**
                     * @description Where the same bytes are here already: take them again, end with that video, or fail
                     * @default allow
                     * @enum {string}
                     */
                    duplicate?: "allow" | "reuse" | "reject";
                };
            };
        };
        responses: {
            /** @description The same bytes are here already and are used again */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedVideo"];
                };
            };
            /** @description The video */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedVideo"];
                };
            };
            /** @description Of JSON: the import, which fetches the file */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /**
             * @description `E_INVALID_JSON`: The body is no JSON object.
             *
             *     `E_JSON_TOO_DEEP`: The body is nested deeper than 64.
             *
             *     `E_UPLOAD_MALFORMED`: The form is not well-formed.
             *
             *     `E_UPLOAD_INCOMPLETE`: The file did not arrive whole: send it again.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_INVALID_JSON" | "E_JSON_TOO_DEEP" | "E_UPLOAD_MALFORMED" | "E_UPLOAD_INCOMPLETE";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_DUPLICATE`: The same bytes are here already, and `duplicate` is `reject`.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_DUPLICATE";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge2"];
            /**
             * @description `E_BODY_NOT_JSON`: The body is something else than `application/json`.
             *
             *     `E_NOT_MULTIPART`: A file is sent as `multipart/form-data`.
             */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_BODY_NOT_JSON" | "E_NOT_MULTIPART";
                    };
                };
            };
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_NO_FILE`: The form has no file.
             *
             *     `E_UNEXPECTED_FILE`: The form has a file too many.
             *
             *     `E_TITLE_REFUSED`: A title has 1 to 255 characters.
             *
             *     `E_IMPORT_SOURCE_UNCLEAR`: Neither `url` nor `path` is given, or both.
             *
             *     `E_ADDRESS_INVALID`: It is no address that is ever called.
             *
             *     `E_FOLDER_NOT_ALLOWED`: The folder lies outside of `IMPORT_PATHS`.
             *
             *     `E_PRESET_NOT_FOUND`: There is no preset of that name.
             *
             *     `E_TAGS_REFUSED`: A video has at most 20 tags of 1 to 50 characters.
             *
             *     `INPUT_MISSING`: The source file is not there.
             *
             *     `INPUT_EMPTY`: The file is empty (0 bytes).
             *
             *     `INPUT_UNREADABLE`: The file is not a video that can be read.
             *
             *     `INPUT_TRUNCATED`: The file is cut off: most of what it promises is missing.
             *
             *     `INPUT_IS_IMAGE`: The file is a picture, not a video.
             *
             *     `INPUT_IS_SUBTITLE`: The file holds subtitles only.
             *
             *     `INPUT_MANIFEST`: The file is a playlist or a manifest that points at other files.
             *
             *     `INPUT_NO_VIDEO`: The file has no video stream.
             *
             *     `INPUT_NO_SOUND`: The file has no sound that can be decoded.
             *
             *     `INPUT_ENCRYPTED`: The file is encrypted (DRM).
             *
             *     `INPUT_UNSUPPORTED_CODEC`: The video codec cannot be decoded by the ffmpeg of this machine.
             *
             *     `INPUT_UNDECODABLE`: Not a single picture of the video could be decoded.
             *
             *     `INPUT_DAMAGED`: The source is damaged, and too little of it survives.
             *
             *     `INPUT_TOO_LONG`: The video is longer than allowed.
             *
             *     `INPUT_TOO_LARGE`: The picture is larger than allowed.
             *
             *     `INPUT_TOO_MANY_BYTES`: The file is larger than allowed.
             *
             *     `INPUT_FRAME_RATE`: The video has more pictures a second than allowed.
             *
             *     `INPUT_TOO_MANY_STREAMS`: The file holds more streams than allowed.
             *
             *     `INPUT_NO_DURATION`: The video lasts no time at all.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_NO_FILE" | "E_UNEXPECTED_FILE" | "E_TITLE_REFUSED" | "E_IMPORT_SOURCE_UNCLEAR" | "E_ADDRESS_INVALID" | "E_FOLDER_NOT_ALLOWED" | "E_PRESET_NOT_FOUND" | "E_TAGS_REFUSED" | "INPUT_MISSING" | "INPUT_EMPTY" | "INPUT_UNREADABLE" | "INPUT_TRUNCATED" | "INPUT_IS_IMAGE" | "INPUT_IS_SUBTITLE" | "INPUT_MANIFEST" | "INPUT_NO_VIDEO" | "INPUT_NO_SOUND" | "INPUT_ENCRYPTED" | "INPUT_UNSUPPORTED_CODEC" | "INPUT_UNDECODABLE" | "INPUT_DAMAGED" | "INPUT_TOO_LONG" | "INPUT_TOO_LARGE" | "INPUT_TOO_MANY_BYTES" | "INPUT_FRAME_RATE" | "INPUT_TOO_MANY_STREAMS" | "INPUT_NO_DURATION";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable2"];
        };
    };
    getVideo: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The video */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoDetails"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteVideo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its jobs are told to stop and it goes by itself, within seconds */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoBeingDeleted"];
                };
            };
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound2"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    editVideo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description What people call it, 1 to 255 characters
                     * @example By the sea
                     */
                    title?: string;
                    /**
                     * @description All of its tags: at most 20 of 1 to 50 characters, each kept once
                     * @example [
                     *       "holiday"
                     *     ]
                     */
                    tags?: string[];
                    /**
                     * @description Values by name; null takes a name away, other names stay. At most 50 names of 1 to 40 letters, digits, `_`, `-`, `.`
                     * @example {
                     *       "case": "4711"
                     *     }
                     */
                    metadata?: {
                        [key: string]: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description The video */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound2"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_TITLE_REFUSED`: A title has 1 to 255 characters.
             *
             *     `E_TAGS_REFUSED`: A video has at most 20 tags of 1 to 50 characters.
             *
             *     `E_METADATA_REFUSED`: Metadata has at most 50 names, with values of at most 500 characters.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_TITLE_REFUSED" | "E_TAGS_REFUSED" | "E_METADATA_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getVideoStatus: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoStatus"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    beginUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description `1.0.0` */
                "Tus-Resumable": string;
                /** @description Bytes of the whole file */
                "Upload-Length": string;
                /** @description `filename`, and where wanted `title`, `preset`, `priority` and `duplicate`: each a name, a space and its value in Base64, with commas between them */
                "Upload-Metadata": string;
                /** @description `sha1`, `sha256` or `md5`, a space, and the digest of this piece in Base64 */
                "Upload-Checksum"?: string;
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/offset+octet-stream": unknown;
            };
        };
        responses: {
            /** @description All of it came at once: the video */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedUpload"];
                };
            };
            /** @description `Location` is where the pieces go */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `E_INVALID_JSON`: The body is no JSON object.
             *
             *     `E_JSON_TOO_DEEP`: The body is nested deeper than 64.
             *
             *     `E_UPLOAD_MALFORMED`: The form is not well-formed.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_INVALID_JSON" | "E_JSON_TOO_DEEP" | "E_UPLOAD_MALFORMED";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed2"];
            413: components["responses"]["PayloadTooLarge2"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_PRESET_NOT_FOUND`: There is no preset of that name.
             *
             *     `E_DUPLICATE`: The same bytes are here already, and `duplicate` is `reject`.
             *
             *     `INPUT_MISSING`: The source file is not there.
             *
             *     `INPUT_EMPTY`: The file is empty (0 bytes).
             *
             *     `INPUT_UNREADABLE`: The file is not a video that can be read.
             *
             *     `INPUT_TRUNCATED`: The file is cut off: most of what it promises is missing.
             *
             *     `INPUT_IS_IMAGE`: The file is a picture, not a video.
             *
             *     `INPUT_IS_SUBTITLE`: The file holds subtitles only.
             *
             *     `INPUT_MANIFEST`: The file is a playlist or a manifest that points at other files.
             *
             *     `INPUT_NO_VIDEO`: The file has no video stream.
             *
             *     `INPUT_NO_SOUND`: The file has no sound that can be decoded.
             *
             *     `INPUT_ENCRYPTED`: The file is encrypted (DRM).
             *
             *     `INPUT_UNSUPPORTED_CODEC`: The video codec cannot be decoded by the ffmpeg of this machine.
             *
             *     `INPUT_UNDECODABLE`: Not a single picture of the video could be decoded.
             *
             *     `INPUT_DAMAGED`: The source is damaged, and too little of it survives.
             *
             *     `INPUT_TOO_LONG`: The video is longer than allowed.
             *
             *     `INPUT_TOO_LARGE`: The picture is larger than allowed.
             *
             *     `INPUT_TOO_MANY_BYTES`: The file is larger than allowed.
             *
             *     `INPUT_FRAME_RATE`: The video has more pictures a second than allowed.
             *
             *     `INPUT_TOO_MANY_STREAMS`: The file holds more streams than allowed.
             *
             *     `INPUT_NO_DURATION`: The video lasts no time at all.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_PRESET_NOT_FOUND" | "E_DUPLICATE" | "INPUT_MISSING" | "INPUT_EMPTY" | "INPUT_UNREADABLE" | "INPUT_TRUNCATED" | "INPUT_IS_IMAGE" | "INPUT_IS_SUBTITLE" | "INPUT_MANIFEST" | "INPUT_NO_VIDEO" | "INPUT_NO_SOUND" | "INPUT_ENCRYPTED" | "INPUT_UNSUPPORTED_CODEC" | "INPUT_UNDECODABLE" | "INPUT_DAMAGED" | "INPUT_TOO_LONG" | "INPUT_TOO_LARGE" | "INPUT_TOO_MANY_BYTES" | "INPUT_FRAME_RATE" | "INPUT_TOO_MANY_STREAMS" | "INPUT_NO_DURATION";
                    };
                };
            };
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            /** @description `E_CHECKSUM_MISMATCH`: The piece does not come to its checksum: it is as if it never came. */
            460: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_CHECKSUM_MISMATCH";
                    };
                };
            };
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable2"];
        };
    };
    askUploadOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As heads */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUpload: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound8"];
            /** @description `E_UPLOAD_GONE`: It ended without a video, or was left alone for three days. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_UPLOAD_GONE";
                    };
                };
            };
            412: components["responses"]["PreconditionFailed2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    giveUploadUp: {
        parameters: {
            query?: never;
            header: {
                /** @description `1.0.0` */
                "Tus-Resumable": string;
            };
            path: {
                /** @description The upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What has arrived of it is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound8"];
            412: components["responses"]["PreconditionFailed2"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sendPiece: {
        parameters: {
            query?: never;
            header: {
                /** @description `1.0.0` */
                "Tus-Resumable": string;
                /** @description How much has arrived, as `HEAD` tells it */
                "Upload-Offset": string;
                /** @description `sha1`, `sha256` or `md5`, a space, and the digest of this piece in Base64 */
                "Upload-Checksum"?: string;
            };
            path: {
                /** @description The upload */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": unknown;
            };
        };
        responses: {
            /** @description The last piece came: the video */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedUpload"];
                };
            };
            /** @description It is here: `Upload-Offset` says how much */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `E_INVALID_JSON`: The body is no JSON object.
             *
             *     `E_JSON_TOO_DEEP`: The body is nested deeper than 64.
             *
             *     `E_UPLOAD_MALFORMED`: The form is not well-formed.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_INVALID_JSON" | "E_JSON_TOO_DEEP" | "E_UPLOAD_MALFORMED";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound8"];
            /** @description `E_UPLOAD_OFFSET_WRONG`: The piece belongs elsewhere: `HEAD` tells where. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_UPLOAD_OFFSET_WRONG";
                    };
                };
            };
            /** @description `E_UPLOAD_GONE`: It ended without a video, or was left alone for three days. */
            410: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_UPLOAD_GONE";
                    };
                };
            };
            412: components["responses"]["PreconditionFailed2"];
            413: components["responses"]["PayloadTooLarge2"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_DUPLICATE`: The same bytes are here already, and `duplicate` is `reject`.
             *
             *     `INPUT_MISSING`: The source file is not there.
             *
             *     `INPUT_EMPTY`: The file is empty (0 bytes).
             *
             *     `INPUT_UNREADABLE`: The file is not a video that can be read.
             *
             *     `INPUT_TRUNCATED`: The file is cut off: most of what it promises is missing.
             *
             *     `INPUT_IS_IMAGE`: The file is a picture, not a video.
             *
             *     `INPUT_IS_SUBTITLE`: The file holds subtitles only.
             *
             *     `INPUT_MANIFEST`: The file is a playlist or a manifest that points at other files.
             *
             *     `INPUT_NO_VIDEO`: The file has no video stream.
             *
             *     `INPUT_NO_SOUND`: The file has no sound that can be decoded.
             *
             *     `INPUT_ENCRYPTED`: The file is encrypted (DRM).
             *
             *     `INPUT_UNSUPPORTED_CODEC`: The video codec cannot be decoded by the ffmpeg of this machine.
             *
             *     `INPUT_UNDECODABLE`: Not a single picture of the video could be decoded.
             *
             *     `INPUT_DAMAGED`: The source is damaged, and too little of it survives.
             *
             *     `INPUT_TOO_LONG`: The video is longer than allowed.
             *
             *     `INPUT_TOO_LARGE`: The picture is larger than allowed.
             *
             *     `INPUT_TOO_MANY_BYTES`: The file is larger than allowed.
             *
             *     `INPUT_FRAME_RATE`: The video has more pictures a second than allowed.
             *
             *     `INPUT_TOO_MANY_STREAMS`: The file holds more streams than allowed.
             *
             *     `INPUT_NO_DURATION`: The video lasts no time at all.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_DUPLICATE" | "INPUT_MISSING" | "INPUT_EMPTY" | "INPUT_UNREADABLE" | "INPUT_TRUNCATED" | "INPUT_IS_IMAGE" | "INPUT_IS_SUBTITLE" | "INPUT_MANIFEST" | "INPUT_NO_VIDEO" | "INPUT_NO_SOUND" | "INPUT_ENCRYPTED" | "INPUT_UNSUPPORTED_CODEC" | "INPUT_UNDECODABLE" | "INPUT_DAMAGED" | "INPUT_TOO_LONG" | "INPUT_TOO_LARGE" | "INPUT_TOO_MANY_BYTES" | "INPUT_FRAME_RATE" | "INPUT_TOO_MANY_STREAMS" | "INPUT_NO_DURATION";
                    };
                };
            };
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            /** @description `E_CHECKSUM_MISMATCH`: The piece does not come to its checksum: it is as if it never came. */
            460: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_CHECKSUM_MISMATCH";
                    };
                };
            };
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable2"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description Only those of this status */
                status?: "waiting" | "downloading" | "examining" | "completed" | "failed" | "cancelled";
                /** @description At most so many on a page */
                limit?: number;
                /** @description The page behind this cursor: `meta.next_cursor` of the page before */
                after?: string;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Import"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Where the file is: http or https, a public address, no name or password in it
                     * @example https://example.com/film.mp4
                     */
                    url?: string;
                    /**
                     * @description Or where it is on the server, below one of `IMPORT_PATHS`; one of both is given
                     * @example /srv/in/film.mp4
                     */
                    path?: string;
                    /** @description What people shall call it; left out: the file’s name */
                    title?: string | null;
                    /**
                     * @description At most 20 of 1 to 50 characters
                     * @example [
                     *       "holiday"
                     *     ]
                     */
                    tags?: string[];
                    /**
                     * @description A job by this preset is started when it is here
                     * @example medium
                     */
                    preset?: string | null;
                    /** @description Of that job, higher comes earlier */
                    priority?: number;
                    /**
                     * @description Where the same bytes are here already: take them again, end with that video, or fail
                     * @default allow
                     * @enum {string}
                     */
                    duplicate?: "allow" | "reuse" | "reject";
                };
            };
        };
        responses: {
            /** @description The import */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_IMPORT_SOURCE_UNCLEAR`: Neither `url` nor `path` is given, or both.
             *
             *     `E_ADDRESS_INVALID`: It is no address that is ever called.
             *
             *     `E_FOLDER_NOT_ALLOWED`: The folder lies outside of `IMPORT_PATHS`.
             *
             *     `E_PRESET_NOT_FOUND`: There is no preset of that name.
             *
             *     `E_TAGS_REFUSED`: A video has at most 20 tags of 1 to 50 characters.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_IMPORT_SOURCE_UNCLEAR" | "E_ADDRESS_INVALID" | "E_FOLDER_NOT_ALLOWED" | "E_PRESET_NOT_FOUND" | "E_TAGS_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getImport: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound9"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound9"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_IMPORT_ENDED`: It ended already.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_IMPORT_ENDED";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retryImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The import */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound9"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_IMPORT_NOT_RETRIABLE`: Only what failed or was cancelled is tried again.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_IMPORT_NOT_RETRIABLE";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRenditions: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The video’s published files */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Rendition"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRendition: {
        parameters: {
            query?: {
                /** @description `true` saves it, `false` shows it */
                download?: boolean;
            };
            header?: {
                /** @description Bytes to send, such as `bytes=0-1048575` */
                Range?: string;
                /** @description An `ETag`: the range holds only while the file is still that one */
                "If-Range"?: string;
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
                /** @description The rendition */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The bytes that were asked for */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Where the first of several files is, or where the bucket sends it */
            302: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is still the one that you have */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /**
             * @description `E_VIDEO_NOT_FOUND`: There is no such video.
             *
             *     `E_FILE_MISSING`: The record stands, its bytes are gone from the store.
             *
             *     `E_RENDITION_NOT_FOUND`: The video has no rendition of that name.
             *
             *     `E_SEVERAL_FILES`: Several files cannot be saved as one: save them one by one.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VIDEO_NOT_FOUND" | "E_FILE_MISSING" | "E_RENDITION_NOT_FOUND" | "E_SEVERAL_FILES";
                    };
                };
            };
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRenditionFile: {
        parameters: {
            query?: {
                /** @description `true` saves it, `false` shows it */
                download?: boolean;
            };
            header?: {
                /** @description Bytes to send, such as `bytes=0-1048575` */
                Range?: string;
                /** @description An `ETag`: the range holds only while the file is still that one */
                "If-Range"?: string;
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
                /** @description The rendition */
                name: string;
                /** @description One of its files */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The bytes that were asked for */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description It is still the one that you have */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /**
             * @description `E_VIDEO_NOT_FOUND`: There is no such video.
             *
             *     `E_FILE_MISSING`: The record stands, its bytes are gone from the store.
             *
             *     `E_RENDITION_NOT_FOUND`: The video has no rendition of that name.
             *
             *     `E_RENDITION_FILE_NOT_FOUND`: The rendition has no file of that name.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VIDEO_NOT_FOUND" | "E_FILE_MISSING" | "E_RENDITION_NOT_FOUND" | "E_RENDITION_FILE_NOT_FOUND";
                    };
                };
            };
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPoster: {
        parameters: {
            query?: never;
            header?: {
                /** @description Bytes to send, such as `bytes=0-1048575` */
                Range?: string;
                /** @description An `ETag`: the range holds only while the file is still that one */
                "If-Range"?: string;
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The bytes that were asked for */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description It is still the one that you have */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /**
             * @description `E_VIDEO_NOT_FOUND`: There is no such video.
             *
             *     `E_FILE_MISSING`: The record stands, its bytes are gone from the store.
             *
             *     `E_POSTER_NOT_FOUND`: The video has no poster yet.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VIDEO_NOT_FOUND" | "E_FILE_MISSING" | "E_POSTER_NOT_FOUND";
                    };
                };
            };
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOriginal: {
        parameters: {
            query?: {
                /** @description `true` saves it, `false` shows it */
                download?: boolean;
            };
            header?: {
                /** @description Bytes to send, such as `bytes=0-1048575` */
                Range?: string;
                /** @description An `ETag`: the range holds only while the file is still that one */
                "If-Range"?: string;
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The bytes that were asked for */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Where the bucket itself sends it, for a while */
            302: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is still the one that you have */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /**
             * @description `E_VIDEO_NOT_FOUND`: There is no such video.
             *
             *     `E_FILE_MISSING`: The record stands, its bytes are gone from the store.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VIDEO_NOT_FOUND" | "E_FILE_MISSING";
                    };
                };
            };
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    makeLinks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Names of renditions, `poster`, `original`; left out: everything published, and the poster
                     * @example [
                     *       "medium",
                     *       "poster"
                     *     ]
                     */
                    files?: string[];
                    /**
                     * @description How long they open anything
                     * @default 3600
                     */
                    expires_in_seconds?: number;
                };
            };
        };
        responses: {
            /** @description The links */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoLinks"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `E_VIDEO_NOT_FOUND`: There is no such video.
             *
             *     `E_RENDITION_NOT_FOUND`: The video has no rendition of that name.
             *
             *     `E_POSTER_NOT_FOUND`: The video has no poster yet.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VIDEO_NOT_FOUND" | "E_RENDITION_NOT_FOUND" | "E_POSTER_NOT_FOUND";
                    };
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Only those of this status */
                status?: "queued" | "running" | "completed" | "failed" | "cancelled";
                /** @description Only those of this video */
                video_id?: number;
                /** @description Only those of this batch */
                batch_id?: number;
                /** @description Only those that failed for this cause */
                cause?: string;
                /** @description Only those of this preset, by its name */
                preset?: string;
                /** @description Only those of this lane */
                lane?: "quick" | "encode";
                /** @description Only those of this worker: its id, or how that begins */
                worker?: string;
                /** @description Only those asked for on this day, UTC, or later; or since this moment */
                asked_from?: string;
                /** @description Only those asked for on this day, UTC, or earlier; or until this moment */
                asked_to?: string;
                /** @description Only those that ended on this day, UTC, or later; or since this moment */
                ended_from?: string;
                /** @description Only those that ended on this day, UTC, or earlier; or until this moment */
                ended_to?: string;
                /** @description By what; with a minus downwards */
                sort?: "created_at" | "-created_at";
                /** @description At most so many on a page */
                limit?: number;
                /** @description The page behind this cursor: `meta.next_cursor` of the page before */
                after?: string;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Job"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJob: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetails"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound3"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Higher comes earlier */
                    priority: number;
                };
            };
        };
        responses: {
            /** @description The job */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound3"];
            /** @description `E_JOB_NOT_WAITING`: Only a job that waits has a turn to change. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_JOB_NOT_WAITING";
                    };
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJobLog: {
        parameters: {
            query?: {
                /** @description Of which attempt, from 1; left out: the last */
                attempt?: number;
                /** @description So many of its last lines */
                lines?: number;
                /** @description `1`: as a file of text, all attempts in order with times, phases, causes and commands */
                download?: boolean;
                /** @description `text` for the log alone */
                format?: "json" | "text";
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobLog"];
                    "text/plain": string;
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /**
             * @description `E_JOB_NOT_FOUND`: There is no such job.
             *
             *     `E_ATTEMPT_NOT_FOUND`: The job has no such attempt, or none yet.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_JOB_NOT_FOUND" | "E_ATTEMPT_NOT_FOUND";
                    };
                };
            };
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The video */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobRequest"];
            };
        };
        responses: {
            /** @description The job, which waits */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound2"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_JOB_ALREADY_ACTIVE`: The same work waits or runs for this video already.
             *
             *     `E_VIDEO_BEING_DELETED`: The video is being deleted: nothing can be started for it.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_JOB_ALREADY_ACTIVE" | "E_VIDEO_BEING_DELETED";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_PRESET_NOT_FOUND`: There is no preset of that name.
             *
             *     `E_OPERATION_NOT_FOUND`: There is no operation of that name.
             *
             *     `E_INVALID_PARAMETER`: A parameter is wrong, or does not go with another one.
             *
             *     `E_WATERMARK_NOT_FOUND`: There is no such watermark.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_PRESET_NOT_FOUND" | "E_OPERATION_NOT_FOUND" | "E_INVALID_PARAMETER" | "E_WATERMARK_NOT_FOUND";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound3"];
            409: components["responses"]["Conflict2"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pauseJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound3"];
            409: components["responses"]["Conflict2"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resumeJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound3"];
            409: components["responses"]["Conflict2"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The job */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, which waits again */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound3"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_JOB_NOT_RETRIABLE`: Only failed and cancelled jobs can be retried.
             *
             *     `E_JOB_ALREADY_ACTIVE`: The same work waits or runs for this video already.
             *
             *     `E_VIDEO_BEING_DELETED`: The video is being deleted: nothing can be started for it.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_JOB_NOT_RETRIABLE" | "E_JOB_ALREADY_ACTIVE" | "E_VIDEO_BEING_DELETED";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Operation"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPresets: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those on offer, as they are now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Preset"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What jobs ask for
                     * @example archive
                     */
                    name: string;
                    /**
                     * @description For people
                     * @example For the archive
                     */
                    title: string;
                    /** @description For people */
                    description?: string;
                    recipe: components["schemas"]["Recipe"];
                    limits?: components["schemas"]["PresetLimits"];
                };
            };
        };
        responses: {
            /** @description The preset */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_PRESET_NAME_TAKEN`: Another preset has, or had, that name.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_PRESET_NAME_TAKEN";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPreset: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The preset */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preset as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound6"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removePreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The preset */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is offered no more */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound6"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changePreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The preset */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description For people
                     * @example For the archive
                     */
                    title?: string;
                    /** @description For people */
                    description?: string;
                    recipe?: components["schemas"]["Recipe"];
                    limits?: components["schemas"]["PresetLimits"];
                    /** @description The version that you changed: refused where there is a newer one */
                    based_on?: number;
                };
            };
        };
        responses: {
            /** @description The preset */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound6"];
            /** @description `E_PRESET_CHANGED`: Somebody changed it meanwhile: read it anew. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_PRESET_CHANGED";
                    };
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPresetVersions: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The preset */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version that it had, the newest first */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Preset"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound6"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBatches: {
        parameters: {
            query?: {
                /** @description At most so many on a page */
                limit?: number;
                /** @description The page behind this cursor: `meta.next_cursor` of the page before */
                after?: string;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of batches */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Batch"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only videos of this status; `any`: all
                     * @default pending
                     * @enum {string}
                     */
                    status?: "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled" | "any";
                    /** @description Only those whose title or file name has this in it */
                    search?: string;
                    /**
                     * @description Only those with this tag
                     * @example holiday
                     */
                    tag?: string;
                    /** @description Only those without a rendition of this preset */
                    lacks_preset?: string;
                    /** @description Only those that were taken in so many days ago or earlier */
                    older_than_days?: number;
                    /**
                     * @description Only those whose pictures have this codec
                     * @example h264
                     */
                    codec?: string;
                    /** @description Only those at least so large */
                    min_size_bytes?: number;
                    /** @description Only those at most so large */
                    max_size_bytes?: number;
                    /** @description Only those at least so long */
                    min_duration_seconds?: number;
                    /** @description Only those at most so long */
                    max_duration_seconds?: number;
                    /**
                     * @description Only those taken in on this day, UTC, or later; or since this moment
                     * @example 2026-05-01
                     */
                    added_from?: string;
                    /**
                     * @description Only those taken in on this day, UTC, or earlier; or until this moment
                     * @example 2026-05-31
                     */
                    added_to?: string;
                    /** @description Only those that this user brought, by id */
                    uploaded_by?: number;
                    /**
                     * @description `only` those that are archived, or `any`; left out: those that are not
                     * @enum {string}
                     */
                    archived?: "only" | "any";
                    /** @description Only these */
                    ids?: number[];
                    /**
                     * @description The preset
                     * @example medium
                     */
                    preset: string;
                    /**
                     * @description At most so many
                     * @example 10
                     */
                    max_videos?: number;
                    /** @description So many run first; the others follow when one of them completed */
                    canary_size?: number;
                    /**
                     * @description Of its jobs, higher comes earlier
                     * @default 0
                     */
                    priority?: number;
                    /** @description Only workers that have all of these, and those of the preset, take its jobs */
                    worker_tags?: string[];
                    /**
                     * @description Only tell what it would be
                     * @default false
                     */
                    dry_run?: boolean;
                };
            };
        };
        responses: {
            /** @description What it would be (`dry_run`) */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchPreview"];
                };
            };
            /** @description The batch */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_PRESET_NOT_FOUND`: There is no preset of that name.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_PRESET_NOT_FOUND";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBatch: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The batch */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its jobs counted by status */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound4"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Higher comes earlier */
                    priority: number;
                };
            };
        };
        responses: {
            /** @description The batch as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound4"];
            /** @description `E_BATCH_ENDED`: The batch is cancelled or finished. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_BATCH_ENDED";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pauseBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The batch */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description For people */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description The batch as it is now */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound4"];
            409: components["responses"]["Conflict3"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    releaseBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The batch */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch as it is now */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound4"];
            409: components["responses"]["Conflict3"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The batch */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch as it is now */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound4"];
            409: components["responses"]["Conflict3"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startSweep: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What to do
                     * @example tag
                     * @enum {string}
                     */
                    action: "tag" | "untag" | "archive" | "unarchive" | "retry" | "cancel" | "delete";
                    /**
                     * @description To tag and untag with
                     * @example holiday
                     */
                    tag?: string;
                    /** @description Only these */
                    ids?: number[];
                    /**
                     * @description Those that fit, with at least one field
                     * @example {
                     *       "search": "sea"
                     *     }
                     */
                    filter?: {
                        /**
                         * @description Only those of this status
                         * @enum {string}
                         */
                        status?: "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
                        /** @description Only those whose title or file name has this in it */
                        search?: string;
                        /**
                         * @description Only those with this tag
                         * @example holiday
                         */
                        tag?: string;
                        /** @description Only those without a rendition of this preset */
                        lacks_preset?: string;
                        /** @description Only those that were taken in so many days ago or earlier */
                        older_than_days?: number;
                        /**
                         * @description Only those whose pictures have this codec
                         * @example h264
                         */
                        codec?: string;
                        /** @description Only those at least so large */
                        min_size_bytes?: number;
                        /** @description Only those at most so large */
                        max_size_bytes?: number;
                        /** @description Only those at least so long */
                        min_duration_seconds?: number;
                        /** @description Only those at most so long */
                        max_duration_seconds?: number;
                        /**
                         * @description Only those taken in on this day, UTC, or later; or since this moment
                         * @example 2026-05-01
                         */
                        added_from?: string;
                        /**
                         * @description Only those taken in on this day, UTC, or earlier; or until this moment
                         * @example 2026-05-31
                         */
                        added_to?: string;
                        /** @description Only those that this user brought, by id */
                        uploaded_by?: number;
                        /**
                         * @description `only` those that are archived, or `any`; left out: those that are not
                         * @enum {string}
                         */
                        archived?: "only" | "any";
                        /** @description Only those that keep each of these values under its name */
                        metadata?: {
                            [key: string]: string;
                        };
                    };
                    /**
                     * @description All that are not archived
                     * @constant
                     */
                    all?: true;
                    /** @description How many it must be, or nothing is done */
                    expected?: number;
                    /**
                     * @description Only count
                     * @default false
                     */
                    dry_run?: boolean;
                };
            };
        };
        responses: {
            /** @description How many it would be (`dry_run`) */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SweepPreview"];
                };
            };
            /** @description The sweep, which may be through already */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sweep"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_SELECTION_CHANGED`: Another number of videos fits than was `expected`.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_SELECTION_CHANGED";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_CHOICE_UNCLEAR`: Say which in one way: ids, cause, filter with a field, or all.
             *
             *     `E_NOTHING_CHOSEN`: No video fits.
             *
             *     `E_TAGS_REFUSED`: A video has at most 20 tags of 1 to 50 characters.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_CHOICE_UNCLEAR" | "E_NOTHING_CHOSEN" | "E_TAGS_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSweep: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The sweep */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sweep"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /** @description `E_SWEEP_NOT_FOUND`: There is no such sweep. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_SWEEP_NOT_FOUND";
                    };
                };
            };
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description Only those of this cause */
                cause?: string;
                /** @description Only those of videos with this in title or file name */
                search?: string;
                /** @description Only those of this preset */
                preset?: string;
                /** @description Only those of this batch */
                batch_id?: number;
                /** @description At most so many on a page */
                limit?: number;
                /** @description The page behind this cursor: `meta.next_cursor` of the page before */
                after?: string;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Causes and a page of jobs */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        causes: components["schemas"]["DeadLetterGroup"][];
                        data: components["schemas"]["Job"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    retryDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description These jobs
                     * @example [
                     *       "01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10"
                     *     ]
                     */
                    ids?: string[];
                    /**
                     * @description Those of this cause
                     * @example DISK_FULL
                     */
                    cause?: string;
                    /** @description Those that fit, with at least one field */
                    filter?: {
                        /**
                         * @description Only those of this cause
                         * @example DISK_FULL
                         */
                        cause?: string;
                        /** @description Only those of videos with this in title or file name */
                        search?: string;
                        /** @description Only those of this preset */
                        preset?: string;
                        /** @description Only those of this batch */
                        batch_id?: number;
                    };
                    /**
                     * @description All of them
                     * @constant
                     */
                    all?: true;
                    /** @description In a retry: with the newest version of their preset, as new jobs */
                    latest_version?: boolean;
                };
            };
        };
        responses: {
            /** @description Those that wait again */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many
                         * @example 3
                         */
                        retried: number;
                        /** @description Which */
                        job_ids: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_CHOICE_UNCLEAR`: Say which in one way: ids, cause, filter with a field, or all.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_CHOICE_UNCLEAR";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    dismissDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description These jobs
                     * @example [
                     *       "01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10"
                     *     ]
                     */
                    ids?: string[];
                    /**
                     * @description Those of this cause
                     * @example DISK_FULL
                     */
                    cause?: string;
                    /** @description Those that fit, with at least one field */
                    filter?: {
                        /**
                         * @description Only those of this cause
                         * @example DISK_FULL
                         */
                        cause?: string;
                        /** @description Only those of videos with this in title or file name */
                        search?: string;
                        /** @description Only those of this preset */
                        preset?: string;
                        /** @description Only those of this batch */
                        batch_id?: number;
                    };
                    /**
                     * @description All of them
                     * @constant
                     */
                    all?: true;
                    /** @description In a retry: with the newest version of their preset, as new jobs */
                    latest_version?: boolean;
                };
            };
        };
        responses: {
            /** @description Those that were dismissed */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many
                         * @example 3
                         */
                        dismissed: number;
                        /** @description Which */
                        job_ids: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_CHOICE_UNCLEAR`: Say which in one way: ids, cause, filter with a field, or all.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_CHOICE_UNCLEAR";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getQueue: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue as it stands */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWorkers: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the oldest first */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Worker"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLane: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description `all` is the whole queue */
                lane: "all" | "quick" | "encode";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lane as it stands */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lane"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound7"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeLane: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description `all` is the whole queue */
                lane: "all" | "quick" | "encode";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Null: as many as the workers have slots */
                    concurrency?: number | null;
                };
            };
        };
        responses: {
            /** @description The lane as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lane"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound7"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pauseLane: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description `all` is the whole queue */
                lane: "all" | "quick" | "encode";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description For people */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description The lane as it is now */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lane"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound7"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resumeLane: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description `all` is the whole queue */
                lane: "all" | "quick" | "encode";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lane as it is now */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lane"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound7"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWorkWindows: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When lanes may work */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WorkWindow"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addWorkWindow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkWindowRequest"];
            };
        };
        responses: {
            /** @description The window */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkWindow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_WORK_WINDOW_REFUSED`: No such window can be kept.
             *
             *     `E_INVALID_TIME_ZONE`: There is no such time zone.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_WORK_WINDOW_REFUSED" | "E_INVALID_TIME_ZONE";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWorkWindow: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The window */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The window */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkWindow"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound10"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeWorkWindow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The window */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound10"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeWorkWindow: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The window */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkWindowSwitch"] | components["schemas"]["WorkWindowRequest"];
            };
        };
        responses: {
            /** @description The window */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkWindow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound10"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_WORK_WINDOW_REFUSED`: No such window can be kept.
             *
             *     `E_INVALID_TIME_ZONE`: There is no such time zone.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_WORK_WINDOW_REFUSED" | "E_INVALID_TIME_ZONE";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Schedule"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What people call it; unique
                     * @example Night shift
                     */
                    name: string;
                    /**
                     * @description What it starts
                     * @example start_batch
                     * @enum {string}
                     */
                    action: "start_batch" | "retry_failed_jobs" | "import_folder" | "verify_files" | "re_probe" | "retention" | "report" | "clean_scratch";
                    /**
                     * @description What the action takes; given whole
                     * @example {
                     *       "preset": "medium",
                     *       "max_videos": 100
                     *     }
                     */
                    parameters?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description When, as cron has it, with or without seconds
                     * @example 0 1 * * *
                     */
                    cron: string;
                    /**
                     * @description IANA name
                     * @default UTC
                     */
                    time_zone?: string;
                    /**
                     * @description What becomes of due times that no scheduler saw: the last fires for all of them (`once`), none (`skip`), or each (`all`, the last 100)
                     * @default once
                     * @enum {string}
                     */
                    missed_policy?: "once" | "skip" | "all";
                    /**
                     * @description Whether it fires
                     * @default true
                     */
                    is_enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description The schedule */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_SCHEDULE_NAME_TAKEN`: Another schedule is called so.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_SCHEDULE_NAME_TAKEN";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_INVALID_CRON`: The cron expression cannot be read.
             *
             *     `E_INVALID_TIME_ZONE`: There is no such time zone.
             *
             *     `E_INVALID_PARAMETERS`: The parameters do not fit the action.
             *
             *     `E_INVALID_SCHEDULE_NAME`: A schedule cannot be called so.
             *
             *     `E_FOLDER_NOT_ALLOWED`: The folder lies outside of `IMPORT_PATHS`.
             *
             *     `E_FOLDER_NOT_READABLE`: The folder cannot be read.
             *
             *     `E_PRESET_NOT_FOUND`: There is no preset of that name.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_INVALID_CRON" | "E_INVALID_TIME_ZONE" | "E_INVALID_PARAMETERS" | "E_INVALID_SCHEDULE_NAME" | "E_FOLDER_NOT_ALLOWED" | "E_FOLDER_NOT_READABLE" | "E_PRESET_NOT_FOUND";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSchedule: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The schedule */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its last firing */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound5"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The schedule */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound5"];
            /** @description `E_SCHEDULE_FIRING`: It runs: delete it when it has ended. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_SCHEDULE_FIRING";
                    };
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The schedule */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description What people call it; unique
                     * @example Night shift
                     */
                    name?: string;
                    /**
                     * @description What the action takes; given whole
                     * @example {
                     *       "preset": "medium",
                     *       "max_videos": 100
                     *     }
                     */
                    parameters?: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description When, as cron has it, with or without seconds
                     * @example 0 1 * * *
                     */
                    cron?: string;
                    /** @description IANA name */
                    time_zone?: string;
                    /**
                     * @description What becomes of due times that no scheduler saw
                     * @enum {string}
                     */
                    missed_policy?: "once" | "skip" | "all";
                    /** @description Whether it fires */
                    is_enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description The schedule */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound5"];
            /** @description `E_SCHEDULE_NAME_TAKEN`: Another schedule is called so. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_SCHEDULE_NAME_TAKEN";
                    };
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_INVALID_CRON`: The cron expression cannot be read.
             *
             *     `E_INVALID_TIME_ZONE`: There is no such time zone.
             *
             *     `E_INVALID_PARAMETERS`: The parameters do not fit the action.
             *
             *     `E_INVALID_SCHEDULE_NAME`: A schedule cannot be called so.
             *
             *     `E_FOLDER_NOT_ALLOWED`: The folder lies outside of `IMPORT_PATHS`.
             *
             *     `E_FOLDER_NOT_READABLE`: The folder cannot be read.
             *
             *     `E_PRESET_NOT_FOUND`: There is no preset of that name.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_INVALID_CRON" | "E_INVALID_TIME_ZONE" | "E_INVALID_PARAMETERS" | "E_INVALID_SCHEDULE_NAME" | "E_FOLDER_NOT_ALLOWED" | "E_FOLDER_NOT_READABLE" | "E_PRESET_NOT_FOUND";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFirings: {
        parameters: {
            query?: {
                /** @description At most so many on a page */
                limit?: number;
                /** @description The page behind this cursor: `meta.next_cursor` of the page before */
                after?: string;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The schedule */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of firings */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Firing"][];
                        meta: components["schemas"]["PageMeta"];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            404: components["responses"]["NotFound5"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    runSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The schedule */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The firing, which may have ended already */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Firing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound5"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFiring: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The schedule */
                id: number;
                /** @description The firing */
                firing: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The firing */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Firing"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /**
             * @description `E_SCHEDULE_NOT_FOUND`: There is no such schedule.
             *
             *     `E_FIRING_NOT_FOUND`: The schedule has no such firing.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_SCHEDULE_NOT_FOUND" | "E_FIRING_NOT_FOUND";
                    };
                };
            };
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWatermarks: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by name */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Watermark"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addWatermark: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description PNG, JPEG or WebP by its bytes, one still picture of at most 5 MiB and 4096 pixels a side */
                    picture: string;
                    /**
                     * @description Left out: the file’s name
                     * @example Acme
                     */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The same bytes are here already */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watermark"];
                };
            };
            /** @description The watermark */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watermark"];
                };
            };
            /**
             * @description `E_INVALID_JSON`: The body is no JSON object.
             *
             *     `E_JSON_TOO_DEEP`: The body is nested deeper than 64.
             *
             *     `E_UPLOAD_MALFORMED`: The form is not well-formed.
             *
             *     `E_UPLOAD_INCOMPLETE`: The file did not arrive whole: send it again.
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_INVALID_JSON" | "E_JSON_TOO_DEEP" | "E_UPLOAD_MALFORMED" | "E_UPLOAD_INCOMPLETE";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_WATERMARK_NAME_TAKEN`: Another picture has that name.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_WATERMARK_NAME_TAKEN";
                    };
                };
            };
            /**
             * @description `E_REQUEST_ENTITY_TOO_LARGE`: The body is larger than this server takes.
             *
             *     `E_WATERMARK_TOO_LARGE`: The file is larger than 5 MiB.
             */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_REQUEST_ENTITY_TOO_LARGE" | "E_WATERMARK_TOO_LARGE";
                    };
                };
            };
            /**
             * @description `E_BODY_NOT_JSON`: The body is something else than `application/json`.
             *
             *     `E_NOT_MULTIPART`: A file is sent as `multipart/form-data`.
             */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_BODY_NOT_JSON" | "E_NOT_MULTIPART";
                    };
                };
            };
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_NO_FILE`: The form has no file.
             *
             *     `E_UNEXPECTED_FILE`: The form has a file too many.
             *
             *     `E_WATERMARK_REFUSED`: The file is no picture that is taken.
             *
             *     `E_WATERMARK_NAME_INVALID`: A watermark cannot be called so.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_NO_FILE" | "E_UNEXPECTED_FILE" | "E_WATERMARK_REFUSED" | "E_WATERMARK_NAME_INVALID";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWatermark: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Its id or its name */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The watermark */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watermark"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /** @description `E_WATERMARK_NOT_FOUND`: There is no such watermark. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_WATERMARK_NOT_FOUND";
                    };
                };
            };
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeWatermark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id or its name */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `E_WATERMARK_NOT_FOUND`: There is no such watermark. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_WATERMARK_NOT_FOUND";
                    };
                };
            };
            /** @description `E_WATERMARK_IN_USE`: A job that waits or runs needs it. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_WATERMARK_IN_USE";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWatermarkPicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description Bytes to send, such as `bytes=0-1048575` */
                Range?: string;
                /** @description An `ETag`: the range holds only while the file is still that one */
                "If-Range"?: string;
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Its id or its name */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The bytes that were asked for */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description It is still the one that you have */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /**
             * @description `E_WATERMARK_NOT_FOUND`: There is no such watermark.
             *
             *     `E_FILE_MISSING`: The record stands, its bytes are gone from the store.
             */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_WATERMARK_NOT_FOUND" | "E_FILE_MISSING";
                    };
                };
            };
            416: components["responses"]["RangeNotSatisfiable"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /** @description How many */
                days?: number;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only these types, separated by commas */
                type?: ("video.uploaded" | "video.updated" | "video.deleted" | "job.queued" | "job.started" | "job.completed" | "job.failed" | "job.cancelled" | "rendition.published" | "batch.started" | "batch.paused" | "batch.cancelled" | "batch.completed" | "webhook.test")[];
                /** @description Only of this video and its jobs */
                video_id?: number;
                /** @description Only of this job */
                job_id?: string;
                /** @description Only of this batch and its jobs */
                batch_id?: number;
                /** @description `-id`: the newest first */
                sort?: "id" | "-id";
                /** @description At most so many on a page */
                limit?: number;
                /** @description Only those behind this id in the order of the list */
                after?: number;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Event"][];
                        meta: {
                            /**
                             * @description At most so many on a page
                             * @example 25
                             */
                            limit: number;
                            /**
                             * @description For `after`. Null: this is the last page
                             * @example 812
                             */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Only these types, separated by commas */
                type?: ("video.uploaded" | "video.updated" | "video.deleted" | "job.queued" | "job.started" | "job.completed" | "job.failed" | "job.cancelled" | "rendition.published" | "batch.started" | "batch.paused" | "batch.cancelled" | "batch.completed" | "webhook.test")[];
                /** @description Only of this video and its jobs */
                video_id?: number;
                /** @description Only of this job */
                job_id?: string;
                /** @description Only of this batch and its jobs */
                batch_id?: number;
                /** @description Begin behind this id; left out: with what happens from now on */
                after?: number;
            };
            header?: {
                /** @description Goes before `after`; clients send it after a break */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events as they happen */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden2"];
            /** @description `E_STREAM_NOT_ASKED_FOR`: A stream is asked for with `Accept: text/event-stream`. */
            406: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_STREAM_NOT_ASKED_FOR";
                    };
                };
            };
            422: components["responses"]["UnprocessableEntity"];
            /**
             * @description `E_TOO_MANY_REQUESTS`: This token asked too often: wait for `Retry-After`.
             *
             *     `E_TOO_MANY_WRONG_TOKENS`: Too many wrong tokens came from this address: wait for `Retry-After`.
             *
             *     `E_TOO_MANY_STREAMS`: You, or all together, have too many streams open.
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_TOO_MANY_REQUESTS" | "E_TOO_MANY_WRONG_TOKENS" | "E_TOO_MANY_STREAMS";
                    };
                };
            };
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Webhook"][];
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where to send events
                     * @example https://example.com/mediakeep
                     */
                    url: string;
                    /** @description For people */
                    description?: string;
                    /**
                     * @description `*` for all, or some types
                     * @example [
                     *       "job.completed"
                     *     ]
                     */
                    event_types?: string[];
                    /**
                     * @description Whether events are sent
                     * @default true
                     */
                    is_enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description With its secret, which is told only now */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_TOO_MANY_WEBHOOKS`: There are 100 already.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_TOO_MANY_WEBHOOKS";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_WEBHOOK_URL_REFUSED`: The address cannot be called, or leads into a private network.
             *
             *     `E_WEBHOOK_TYPES_REFUSED`: There is no such type of event.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_WEBHOOK_URL_REFUSED" | "E_WEBHOOK_TYPES_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` that you have read: 412 where somebody changed it since */
                "If-Match"?: string;
            };
            path: {
                /** @description The webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Where to send events
                     * @example https://example.com/mediakeep
                     */
                    url?: string;
                    /** @description For people */
                    description?: string;
                    /**
                     * @description `*` for all, or some types
                     * @example [
                     *       "job.completed"
                     *     ]
                     */
                    event_types?: string[];
                    /** @description Whether events are sent; on again, failures are counted anew */
                    is_enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_WEBHOOK_URL_REFUSED`: The address cannot be called, or leads into a private network.
             *
             *     `E_WEBHOOK_TYPES_REFUSED`: There is no such type of event.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_WEBHOOK_URL_REFUSED" | "E_WEBHOOK_TYPES_REFUSED";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it answered, whatever that is */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the new secret, which is told only now */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only of this status */
                status?: "pending" | "delivered" | "failed" | "dismissed";
                /** @description Only of this type of event */
                type?: "video.uploaded" | "video.updated" | "video.deleted" | "job.queued" | "job.started" | "job.completed" | "job.failed" | "job.cancelled" | "rendition.published" | "batch.started" | "batch.paused" | "batch.cancelled" | "batch.completed" | "webhook.test";
                /** @description At most so many on a page */
                limit?: number;
                /** @description Only those behind this id: `meta.next_cursor` of the page before */
                after?: number;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Delivery"][];
                        meta: {
                            /**
                             * @description At most so many on a page
                             * @example 25
                             */
                            limit: number;
                            /**
                             * @description For `after`. Null: this is the last page
                             * @example 99
                             */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: {
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The delivery */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With what was sent and what came back */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeDelivery"];
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound11"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replayDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description The first event
                     * @example 800
                     */
                    from_event?: number;
                    /**
                     * @description The last event
                     * @example 812
                     */
                    to_event?: number;
                    /** @description What happened from then on */
                    from?: string;
                    /** @description Until then; left out: until now */
                    to?: string;
                    /**
                     * @description Only what was given up or dismissed
                     * @default false
                     */
                    only_failed?: boolean;
                };
            };
        };
        responses: {
            /** @description They wait */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many are sent again
                         * @example 12
                         */
                        replayed: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be.
             *
             *     `E_REPLAY_RANGE_UNCLEAR`: The range has no beginning, or ends before it.
             *
             *     `E_REPLAY_TOO_LARGE`: The range has more than 10,000 events.
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION" | "E_REPLAY_RANGE_UNCLEAR" | "E_REPLAY_TOO_LARGE";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The delivery */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound11"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    dismissDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same request of the same key within 24 hours is done once, and answered as before */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The delivery */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound11"];
            /**
             * @description `E_IDEMPOTENCY_KEY_REUSED`: The key came with another request before.
             *
             *     `E_IDEMPOTENCY_KEY_IN_FLIGHT`: The same request of that key is still being answered.
             *
             *     `E_DELIVERY_ENDED`: It is over: only what waits can be dismissed.
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_IDEMPOTENCY_KEY_REUSED" | "E_IDEMPOTENCY_KEY_IN_FLIGHT" | "E_DELIVERY_ENDED";
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Only what they did, by name */
                actor?: string;
                /** @description Only this */
                action?: string;
                /** @description Only what was done to such things */
                subject_type?: string;
                /** @description Only what was done to this one */
                subject_id?: string;
                /** @description Only on this day, UTC, or later; or since this moment */
                from?: string;
                /** @description Only on this day, UTC, or earlier; or until this moment */
                to?: string;
                /** @description Only lines with words that begin so */
                search?: string;
                /** @description At most so many on a page */
                limit?: number;
                /** @description The page behind this cursor: `meta.next_cursor` of the page before */
                after?: string;
                /** @description Only these fields, of each thing where it is a list: `id,title` */
                fields?: string;
            };
            header?: {
                /** @description An `ETag`: 304 without a body where nothing changed since */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lines */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditLine"][];
                        meta: {
                            /**
                             * @description At most so many on a page
                             * @example 25
                             */
                            limit: number;
                            /**
                             * @description For `after`; null: this is the last page
                             * @example 4686
                             */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /** @description It is what you have already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `E_VALIDATION`: Some fields are wrong: `errors` names each with what it should be. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_VALIDATION";
                    };
                };
            };
            /** @description `E_INTERNAL`: Something unforeseen; the log of the web process has the `request_id`. */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_INTERNAL";
                    };
                };
            };
            /**
             * @description `E_DATABASE_UNREACHABLE`: Postgres does not answer. Nothing was changed.
             *
             *     `E_STORAGE_UNREACHABLE`: The store cannot be read or written.
             *
             *     `E_QUEUE_UNREACHABLE`: Redis does not answer.
             *
             *     `E_DISK_FULL`: The disk is full. Free space, then send it again.
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "E_DATABASE_UNREACHABLE" | "E_STORAGE_UNREACHABLE" | "E_QUEUE_UNREACHABLE" | "E_DISK_FULL";
                    };
                };
            };
        };
    };
}
