# Sourced by ./pbx: everything CI runs, and what it needs to run.

# Each Debian package the tests need, beside a file it installs.
test_packages() {
    cat <<'LIST'
/usr/bin/chromium chromium
/usr/bin/firefox-esr firefox-esr
/usr/bin/sipp sip-tester
/usr/bin/baresip baresip-core
/usr/sbin/kamailio kamailio
/usr/bin/pulseaudio pulseaudio
/usr/bin/pactl pulseaudio-utils
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

# Where a test hangs, says in which threads, and ends it: a build that hangs tells nobody anything.
end_after() {
    local seconds=$1 group pid threads
    sleep "$seconds" </dev/null >/dev/null 2>&1 &
    trap "kill $!; exit" TERM
    wait $!
    group=$(ps -o pgid= -p $$)
    threads=$(mktemp)
    say "not ended after $seconds s; what each of its JVMs was doing:"
    for pid in $(ps -eo pid=,pgid=,comm= | awk -v group="$group" '$2 == group + 0 && $3 == "java" { print $1 }'); do
        ps -o args= -p "$pid" | cut -c1-300
        # To a file: the only form that has virtual threads too.
        timeout 20 "$JAVA_HOME/bin/jcmd" "$pid" Thread.dump_to_file -overwrite "$threads" >/dev/null && cat "$threads"
        kill -KILL "$pid"
    done
    rm -f "$threads"
}

test_all() {
    need npm "Node.js 20 with npm is missing: install it"
    install_test_packages
    end_after "${SONNERIE_TEST_LIMIT:-5320}" &
    # shellcheck disable=SC2064
    trap "kill $! 2>/dev/null" EXIT
    maven -T 2 verify "$@"
}
