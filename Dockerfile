# The images of order-sync, one target each: set-up, order-service, catalog-service, marketing-service and connect.
# The names and tags of what they are made from come from .env, by way of docker-compose.yml.
ARG JDK_IMAGE
ARG JRE_IMAGE
ARG KAFKA_IMAGE

# --- the build ---------------------------------------------------------------------------------------------------

FROM ${JDK_IMAGE} AS build
ENV MAVEN_ARGS="-B -ntp -Dmaven.test.skip -Dmariadb-server.phase=none"
ENV MODULES="order-service,catalog-service,marketing-service,connectors/jdbc-sink,connectors/jdbc-source,connectors/rest-guard,connectors/keeper,connectors/debezium,operations,set-up"
WORKDIR /src
COPY . .
# What Maven downloads is kept for the next build, in a cache of the builder.
RUN --mount=type=cache,target=/root/.m2,sharing=locked ./mvnw -pl "$MODULES" -am package
RUN for service in order-service catalog-service marketing-service; do \
        cp $service/target/$service-*.jar app.jar \
        && java -Djarmode=tools -jar app.jar extract --layers --destination /layers/$service || exit 1; \
    done

# --- what runs before everything else ------------------------------------------------------------------------------

FROM ${JRE_IMAGE} AS set-up
COPY --from=build /src/set-up/target/set-up-*.jar /src/set-up/target/lib/ /opt/order-sync/lib/

# --- the services ------------------------------------------------------------------------------------------------

# A service answers in seconds because the classes it loads are taken from a cache. To fill it, the service is started
# once without its servers, and ends when its beans are made. The class path and the collector have to be the same then.
FROM ${JRE_IMAGE} AS service
WORKDIR /app
ENV SERVER_ADDRESS=0.0.0.0
COPY deploy/services/fill-cache.sh /usr/local/bin/fill-cache
COPY deploy/services/jvm.options deploy/services/jvm-container.options ./
ENTRYPOINT ["java", "@jvm.options", "@jvm-container.options", "-jar", "app.jar"]
HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=5 \
    CMD curl -fsS "http://127.0.0.1:$SERVER_PORT/actuator/health/readiness"

FROM service AS order-service
ENV SERVER_PORT=8081
EXPOSE 8081
COPY --from=build /layers/order-service/dependencies/ ./
COPY --from=build /layers/order-service/spring-boot-loader/ ./
COPY --from=build /layers/order-service/snapshot-dependencies/ ./
COPY --from=build /layers/order-service/application/ ./
RUN fill-cache
USER 10001:10001

FROM service AS catalog-service
ENV SERVER_PORT=8082
EXPOSE 8082
COPY --from=build /layers/catalog-service/dependencies/ ./
COPY --from=build /layers/catalog-service/spring-boot-loader/ ./
COPY --from=build /layers/catalog-service/snapshot-dependencies/ ./
COPY --from=build /layers/catalog-service/application/ ./
RUN fill-cache
USER 10001:10001

FROM service AS marketing-service
ENV SERVER_PORT=8084
EXPOSE 8084
COPY --from=build /layers/marketing-service/dependencies/ ./
COPY --from=build /layers/marketing-service/spring-boot-loader/ ./
COPY --from=build /layers/marketing-service/snapshot-dependencies/ ./
COPY --from=build /layers/marketing-service/application/ ./
RUN fill-cache
USER 10001:10001

# --- Kafka Connect, and the keeper of its connectors ---------------------------------------------------------------

FROM ${KAFKA_IMAGE} AS connect
COPY --from=build /src/connectors/jdbc-sink/target/plugins/ /opt/plugins/
COPY --from=build /src/connectors/jdbc-source/target/plugins/ /opt/plugins/
COPY --from=build /src/connectors/debezium/target/plugins/ /opt/plugins/
COPY --from=build /src/connectors/keeper/target/keeper-*.jar /src/connectors/connect-client/target/connect-client-*.jar \
    /src/operations/target/operations-*.jar \
    /src/operations/target/lib/ /opt/order-sync/lib/
COPY --from=build /src/connectors/rest-guard/target/rest-guard-*.jar /src/topic-upkeep/target/topic-upkeep-*.jar \
    /src/outage-log/target/outage-log-*.jar /opt/kafka/libs/
COPY connectors/config/ /opt/order-sync/connectors/
COPY deploy/connect/ deploy/kafka/log4j2.yaml deploy/class-archive.options /opt/order-sync/
USER root
RUN /opt/order-sync/fill-archives.sh
USER appuser
EXPOSE 8083
HEALTHCHECK --interval=5s --timeout=5s --start-period=180s --retries=5 CMD ["/opt/order-sync/worker-health.sh"]
CMD ["/opt/order-sync/worker.sh"]
