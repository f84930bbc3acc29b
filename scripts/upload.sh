#!/bin/sh
# Brings a built site to object storage: upload.sh DIST REMOTE, where REMOTE is a place as rclone names it.
#
# Only what has changed since the last upload goes over the line, for the manifest that was uploaded last says what is
# there: nothing is listed, compared or read again. The order is that of a build, so that whoever reads meanwhile meets no
# dead link: what is new, what changes, what goes; the manifest last, so that an upload that was cut off is done again.
# Says on standard output what a CDN must forget: paths that changed or went, one a line. Needs rclone and awk.
set -eu

if [ $# -ne 2 ]; then
  echo 'upload.sh DIST REMOTE' >&2
  exit 2
fi
dist=$1
remote=$2
manifest=.bantin/manifest.json
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

# rclone ends with 3 or 4 where there is nothing yet; anything else is a fault, and not a reason to upload all.
rclone cat "$remote/$manifest" > "$lists/old" 2> "$lists/said" || case $? in
  3 | 4) : > "$lists/old" ;;
  *)
    cat "$lists/said" >&2
    exit 1
    ;;
esac

# A row is ["path","fingerprint",size,"kind"]; pages come after what they lead to, and go before it.
awk -F '"' -v lists="$lists" '
  $1 != "[" { next }
  /\\/ { print "upload.sh: a name that it cannot tell from others: " $0 > "/dev/stderr"; exit 1 }
  FILENAME == ARGV[1] { known[$2] = $4; kind[$2] = $6; next }
  !($2 in known) { print $2 > (lists "/new-" $6) }
  ($2 in known) && known[$2] != $4 { print $2 > (lists "/changed-" $6) }
  { delete known[$2] }
  END { for (path in known) print path > (lists "/gone-" kind[path]) }
' "$lists/old" "$dist/$manifest"

for list in new-asset new-page changed-asset changed-page; do
  [ -s "$lists/$list" ] || continue
  rclone copy --no-check-dest --files-from-raw "$lists/$list" "$dist" "$remote"
done
for list in gone-page gone-asset; do
  [ -s "$lists/$list" ] || continue
  rclone delete --files-from-raw "$lists/$list" "$remote"
done
rclone copyto --no-check-dest "$dist/$manifest" "$remote/$manifest"

for list in changed-asset changed-page gone-page gone-asset; do
  [ ! -s "$lists/$list" ] || cat "$lists/$list"
done
