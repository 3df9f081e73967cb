#!/bin/sh
# Starts the service of this image once, without its servers, to note the classes that it loads.
exec java @jvm.options -XX:AOTCacheOutput=app.aot \
    -Dspring.context.exit=onRefresh \
    -Dspring.flyway.enabled=false \
    -Dspring.jpa.database-platform=org.hibernate.dialect.MariaDBDialect \
    -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
    -Dspring.kafka.admin.auto-create=false \
    -Dspring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1 \
    -jar app.jar
