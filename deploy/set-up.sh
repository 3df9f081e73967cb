#!/bin/sh
# Runs before everything else, each time the containers are brought up, and does nothing twice:
# - makes a password for every login in deploy/mariadb and a token for the workers' REST interface, and hands each container
#   those that it needs;
# - makes the key that signs the tokens of REST, and hands the services its public half;
# - makes the certificate of an authority and one for each kind of server, renews those that end within 30 days, and hands
#   each container what it shows or trusts;
# - notes how many brokers the data is made for, since it cannot be taken from one number to another.
# With "password LOGIN" it prints the password of a login instead, with "token USER" a token for REST, with "authority" the
# certificate that clients trust. "renew-certificates" makes new ones for the servers; docs/containers.md says how MariaDB
# gets to use its own.
set -eu

passwords=/run/passwords         # seen by no other container, as the certificates
certificates=/run/certificates
handed=/run/handed               # one volume for each kind of container

# Runs the program that makes keys, tokens and certificates.
set_up() {
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp '/opt/order-sync/lib/*' io.ordersync.setup.SetUpCommand "$@"
}

# tokens COMMAND: runs a command with the key of the tokens.
tokens() {
    kind=$1
    shift
    set_up "$kind" --keys $passwords/tokens "$@"
}

case ${1:-} in
    password) exec cat "$passwords/$2" ;;
    authority) exec cat "$certificates/ca.pem" ;;
    token | token-key)
        tokens "$@"
        exit
        ;;
    renew-certificates) set_up certificates --renew "$certificates" ;;
esac
command=${1:-}

# write FILE: the standard input becomes the whole content of a file, at once.
write() {
    cat > "$1.new"
    chmod 444 "$1.new"
    mv "$1.new" "$1"
}

# hand LOGIN FILE: puts a login's password where a container looks for it.
hand() {
    write "$handed/$2" < "$passwords/$1"
}

# --- passwords ---------------------------------------------------------------------------------------------------

for script in logins users cdc polling; do
    cat "/deploy/mariadb/$script.sql"
done > /tmp/logins.sql
for variable in ROOT_PASSWORD $(grep -o '${[A-Z][A-Z_]*_PASSWORD}' /tmp/logins.sql | tr -d '${}' | sort -u); do
    login=$(echo "${variable%_PASSWORD}" | tr 'A-Z' 'a-z')
    [ -s "$passwords/$login" ] || sh /deploy/make-password.sh | write "$passwords/$login"
    sed -i "s/\${$variable}/$(cat "$passwords/$login")/" /tmp/logins.sql
done

[ -s "$passwords/connect_rest" ] || sh /deploy/make-password.sh | write "$passwords/connect_rest"

write $handed/mariadb/logins.sql < /tmp/logins.sql
hand root mariadb/root
hand order_service order-service/spring.datasource.password
hand migrator order-service/spring.flyway.password
hand catalog_service catalog-service/spring.datasource.password
hand migrator catalog-service/spring.flyway.password
hand orders_sink connect/ORDERS_SINK_PASSWORD
hand cdc connect/CDC_PASSWORD
hand users_sink connect/USERS_SINK_PASSWORD
hand marketing_sink connect/MARKETING_SINK_PASSWORD
hand polling connect/POLLING_PASSWORD
hand polling_sink connect/POLLING_SINK_PASSWORD
hand marketing_service marketing-service/spring.datasource.password
hand connect_rest connect/rest-token
hand connect_rest keeper/rest-token

# --- the key of the tokens ---------------------------------------------------------------------------------------

tokens token-key > /tmp/token-key.pem
for service in order-service catalog-service marketing-service; do
    write "$handed/$service/token-key.pem" < /tmp/token-key.pem
done

# --- certificates ------------------------------------------------------------------------------------------------

# give FILE TARGET: puts a certificate or key where a container looks for it.
give() {
    mkdir -p "$(dirname "$handed/$2")"
    write "$handed/$2" < "$certificates/$1"
}

set_up certificates "$certificates"
give mariadb/certificate.pem mariadb/certificate.pem
give mariadb/key.pem mariadb/key.pem
for client in order-service catalog-service marketing-service connect; do
    give ca.pem $client/trusted/ca.pem
done
give truststore.p12 connect/trusted/truststore.p12

[ "$command" != renew-certificates ] || exit 0

# --- brokers -----------------------------------------------------------------------------------------------------

# The profile "cluster" leaves the file "wanted" behind, which is there for this start only.
wanted=$(cat $handed/kafka/wanted 2> /dev/null || echo 1)
rm -f $handed/kafka/wanted
made=$(cat $handed/kafka/brokers 2> /dev/null || echo "$wanted")
if [ "$made" != "$wanted" ]; then
    echo "The data is that of a system with $made broker(s), but this start has $wanted: \"--profile cluster\" starts three" \
        "brokers, otherwise there is one. To delete the data: docker compose --profile cluster down -v" >&2
    exit 1
fi
echo "$wanted" | write $handed/kafka/brokers
[ -s $handed/kafka/cluster-id ] || head -c 16 /dev/urandom | base64 | tr '+/' 'ab' | cut -c 1-22 | write $handed/kafka/cluster-id
