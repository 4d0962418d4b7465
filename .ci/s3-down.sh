#!/usr/bin/env bash
# s3-down.sh DIR: stops what s3-up.sh started there. Gateway, then osd, then mon: an osd whose mon is gone hangs.
for name in client.rgw osd.0 mon.a; do
  pid=$(cat "$1/run/$name.pid" 2>/dev/null) || continue
  # A number from an old file may belong to another process by now.
  grep -qsF "$(realpath -m "$1")/ceph.conf" "/proc/$pid/cmdline" || continue
  kill "$pid" 2>/dev/null
  for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  kill -9 "$pid" 2>/dev/null
done
exit 0
