package io.ordersync.system.faults;

import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Clients that place orders of one piece, one after another, until they are stopped. A client goes on after any answer. */
public final class OrderLoad {

    private final ServiceClient orders;
    private final String user;
    private final String product;
    private final int unitPrice;
    private final Queue<UUID> accepted = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Void>> clients;
    private volatile boolean stopped;

    public OrderLoad(ServiceClient orders, String user, String product, int unitPrice, int clients) {
        this.orders = orders;
        this.user = user;
        this.product = product;
        this.unitPrice = unitPrice;
        this.clients = IntStream.range(0, clients)
                .mapToObj(n -> CompletableFuture.runAsync(this::placeUntilStopped))
                .toList();
    }

    public int accepted() {
        return accepted.size();
    }

    /** Stops the clients and returns the orders that were answered with 201. */
    public List<UUID> stop() {
        stopped = true;
        clients.forEach(CompletableFuture::join);
        return List.copyOf(accepted);
    }

    private void placeUntilStopped() {
        while (!stopped) {
            orders.post(user, product, 1, unitPrice)
                    .handle((answer, failure) -> {
                        note(answer);
                        return answer;
                    })
                    .join();
        }
    }

    private void note(HttpResponse<String> answer) {
        if (answer != null && answer.statusCode() == 201) {
            accepted.add(ServiceClient.created(answer));
        }
    }
}
