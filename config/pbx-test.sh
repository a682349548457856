# Sourced by ./pbx: everything CI runs, and what it needs to run.

# Each Debian package the tests need, beside a file it installs.
test_packages() {
    cat <<'LIST'
/usr/bin/chromium chromium
/usr/bin/sipp sip-tester
/usr/bin/baresip baresip-core
/usr/sbin/kamailio kamailio
LIST
}

# The tests start kamailio themselves. Its package would start one too, on port 5060, now and at each boot.
keep_kamailio_from_starting() {
    [ -d /run/systemd/system ] || return 0
    say "masking kamailio.service; 'systemctl unmask kamailio' undoes it"
    $sudo systemctl --quiet mask kamailio.service
}

install_test_packages() {
    local missing=() file package
    while read -r file package; do
        [ -e "$file" ] || missing+=("$package")
    done < <(test_packages)
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null 2>&1 || die "the tests need these programs; install them and try again: ${missing[*]}"
    say "installing for the tests: ${missing[*]}"
    local sudo=
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    case " ${missing[*]} " in *" kamailio "*) keep_kamailio_from_starting ;; esac
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

test_all() {
    need npm "Node.js 20 with npm is missing: install it"
    install_test_packages
    maven -T 2 verify "$@"
}
