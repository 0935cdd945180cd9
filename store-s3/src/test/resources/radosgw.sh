#!/usr/bin/env bash
# radosgw.sh start FOLDER PORT | stop FOLDER
#
# A Ceph with an S3 gateway on 127.0.0.1:PORT for tests: everything in one folder, the data in memory. As root; needs
# Debian's radosgw, ceph-mon, ceph-osd and ceph-common. The keys are "key" and "secret".
set -euo pipefail
command=$1
D=$2

if [ "$command" = stop ]; then
  for name in client.rgw osd.0 mon.a; do
    if [ -f "$D/$name.pid" ]; then
      kill "$(cat "$D/$name.pid")" 2>/dev/null || true
    fi
  done
  exit 0
fi

port=$3
# Never the same, whatever the port.
mon_port=$((10000 + port % 20000))
fsid=$(cat /proc/sys/kernel/random/uuid)
osd=$(cat /proc/sys/kernel/random/uuid)
mkdir -p "$D/mon" "$D/osd" "$D/rgw" "$D/run"
cat > "$D/ceph.conf" <<END
[global]
fsid = $fsid
mon host = v2:127.0.0.1:$mon_port
public addr = 127.0.0.1
mon initial members = a
ms bind msgr1 = false
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
osd crush chooseleaf type = 0
osd objectstore = memstore
memstore device bytes = 1073741824
mon data avail crit = 1
run dir = $D/run
admin socket = $D/run/\$name.asok
pid file = $D/\$name.pid
log file = $D/\$name.log
keyring = $D/keyring
mon data = $D/mon
osd data = $D/osd
rgw data = $D/rgw
rgw frontends = beast endpoint=127.0.0.1:$port
END
C="$D/ceph.conf"
ceph-authtool --create-keyring "$D/keyring" --gen-key -n mon. --cap mon 'allow *'
ceph-authtool "$D/keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
ceph-authtool "$D/keyring" --gen-key -n osd.0 --cap mon 'allow *' --cap osd 'allow *'
ceph-authtool "$D/keyring" --gen-key -n client.rgw --cap mon 'allow *' --cap osd 'allow *'
monmaptool --create --addv a "[v2:127.0.0.1:$mon_port]" --fsid "$fsid" "$D/monmap"
ceph-mon -c "$C" --mkfs -i a --monmap "$D/monmap" --keyring "$D/keyring"
ceph-mon -c "$C" -i a
ceph -c "$C" osd new "$osd"
ceph-osd -c "$C" -i 0 --mkfs --osd-uuid "$osd"
ceph -c "$C" osd crush add osd.0 1.0 root=default host=h
ceph-osd -c "$C" -i 0
radosgw -c "$C" -n client.rgw
radosgw-admin -c "$C" -n client.rgw user create --uid=t --display-name=t --access-key=key --secret-key=secret
# The port is open before there is a gateway that answers.
for _ in $(seq 600); do
  if [ "$( (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET / HTTP/1.0\r\n\r\n' >&3 && head -c 5 <&3) 2>/dev/null)" = HTTP/ ]; then
    exit 0
  fi
  sleep 0.1
done
echo "no answer on port $port"
exit 1
