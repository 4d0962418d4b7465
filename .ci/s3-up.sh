#!/usr/bin/env bash
# s3-up.sh DIR [PORT] [memstore|bluestore]: a one-node Ceph RADOS Gateway on 127.0.0.1:PORT (and PORT+1), without systemd.
# Needs the packages radosgw, ceph-mon and ceph-osd, and curl. Everything it writes is in DIR, which is emptied first.
# Prints the settings for the tests: eval "$(bash .ci/s3-up.sh DIR PORT)". Stop it with s3-down.sh DIR.
# memstore starts in two seconds and forgets when it stops; bluestore takes seven and survives kill -9.
# RGW_LC_DAY_SECONDS=5 makes a day of the lifecycle rules last five seconds.
set -euo pipefail
D=$(realpath -m "$1"); PORT=${2:-9000}; STORE=${3:-memstore}; MON=$((PORT + 1))
for tool in radosgw ceph-mon ceph-osd ceph-authtool monmaptool radosgw-admin curl; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed: apt-get install radosgw ceph-mon ceph-osd curl" >&2; exit 1; }
done
if [ -e "$D" ] && [ ! -e "$D/ceph.conf" ] && [ -n "$(ls -A "$D")" ]; then
  echo "$D is not empty and not a store of this script" >&2; exit 1
fi
bash "$(dirname "${BASH_SOURCE[0]}")/s3-down.sh" "$D"
rm -rf "$D"; mkdir -p "$D"/{mon,osd,log,run,rgw}; FSID=$(cat /proc/sys/kernel/random/uuid)
# The two paxos lines cut the start from 12 s to 2 s. cephx stays on: without it radosgw waits 300 s.
# Without tcp_nodelay every GET waits 40 ms.
cat > "$D/ceph.conf" <<CONF
[global]
fsid = $FSID
mon host = v2:127.0.0.1:$MON
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
ms bind msgr1 = false
keyring = $D/keyring
run dir = $D/run
pid file = $D/run/\$name.pid
admin socket = $D/run/\$name.asok
log file = $D/log/\$name.log
mon cluster log file = $D/log/cluster.log
crash dir = $D/run
paxos propose interval = 0.05
paxos min wait = 0.01
mon allow pool size one = true
mon data avail crit = 0
mon max pg per osd = 2000
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
[mon]
mon data = $D/mon
[osd]
osd data = $D/osd
osd objectstore = $STORE
memstore device bytes = 4294967296
memstore page size = 8192
osd memory target = 939524096
bluestore block size = 10737418240
osd class default list = *
osd class load list = *
[client]
rgw frontends = beast endpoint=127.0.0.1:$PORT tcp_nodelay=1
rgw data = $D/rgw
rgw rados pool pg num min = 4
rgw thread pool size = 64
rgw lc debug interval = ${RGW_LC_DAY_SECONDS:--1}
CONF
KEYS="$D/keyring"; LOG="$D/log/admin.log"
conf=(-c "$D/ceph.conf")
admin() { radosgw-admin "${conf[@]}" "$@" >>"$LOG" 2>&1; }
trap 'echo "the store did not start, see $D/log" >&2; tail -n 5 "$LOG" >&2 || true; bash "$(dirname "${BASH_SOURCE[0]}")/s3-down.sh" "$D"' ERR
ceph-authtool -C "$KEYS" --gen-key -n mon. --cap mon 'allow *' >/dev/null
for name in client.admin osd.0 client.rgw; do
  ceph-authtool "$KEYS" --gen-key -n $name --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' >/dev/null
done
monmaptool --create --addv a "[v2:127.0.0.1:$MON]" --fsid "$FSID" "$D/monmap" >/dev/null
ceph-mon "${conf[@]}" --mkfs -i a --monmap "$D/monmap" --keyring "$KEYS" >>"$LOG" 2>&1
ceph-mon "${conf[@]}" -i a >>"$LOG" 2>&1
# The key of the osd must exist before this line.
OSD=$(cat /proc/sys/kernel/random/uuid); ceph "${conf[@]}" osd new "$OSD" >>"$LOG" 2>&1
ceph-osd "${conf[@]}" -i 0 --mkfs --osd-uuid "$OSD" >>"$LOG" 2>&1
ceph-osd "${conf[@]}" -i 0 >>"$LOG" 2>&1
# The zonegroup's name is the region that clients use: any other name than theirs and no bucket can be made.
admin realm create --rgw-realm=r1 --default
admin zonegroup create --rgw-zonegroup=us-east-1 --master --default
admin zone create --rgw-zonegroup=us-east-1 --rgw-zone=z1 --master --default
admin period update --commit
timeout 60 radosgw "${conf[@]}" -n client.rgw --keyring "$KEYS" >>"$LOG" 2>&1
for _ in $(seq 300); do curl -fso /dev/null "http://127.0.0.1:$PORT/" && break; sleep 0.1; done
curl -fso /dev/null "http://127.0.0.1:$PORT/"
admin user create --uid=test --display-name=test --access-key=AKTEST --secret-key=SKTESTSKTEST
echo "export S3_ENDPOINT=http://127.0.0.1:$PORT S3_ACCESS_KEY=AKTEST S3_SECRET_KEY=SKTESTSKTEST"
