package io.ordersync.order.view;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import io.ordersync.order.Requester;
import java.util.List;
import java.util.Optional;

/**
 * The states of one order in the tail of the log.
 *
 * @param states ascending by partition and offset
 * @param partitions how many partitions the log had when it was read
 */
public record LoggedOrders(List<LoggedOrder> states, int partitions) {

    public boolean isEmpty() {
        return states.isEmpty();
    }

    /** These states as the requester sees them: those that the requester may not see are not in the log. */
    public LoggedOrders visibleTo(Requester requester) {
        return new LoggedOrders(
                states.stream().filter(state -> requester.maySee(state.order())).toList(), partitions);
    }

    /**
     * The state with the highest revision. Of two orders with the same id the first request is the order, until an
     * outcome tells it.
     */
    public Optional<Order> newest() {
        return states.stream()
                .reduce((first, next) -> next.revision() > first.revision() ? next : first)
                .map(LoggedOrder::order)
                .map(this::asFirstRequested);
    }

    /** The newer one of a row and of the newest state in the log. */
    public Order newerOf(Order row) {
        return newest().filter(
                        logged -> logged.status().revision() > row.status().revision())
                .orElse(row);
    }

    /**
     * Whether different requests with this id are in two partitions and none is decided. Neither of them is the first:
     * catalog-service decides the one that it reads first.
     */
    public boolean isContested() {
        List<LoggedOrder> requests = requests();
        return states.stream().noneMatch(state -> state.order().isFinal())
                && requests.stream()
                        .anyMatch(request -> request.partition()
                                        != requests.get(0).partition()
                                && !request.order().hasContentOf(requests.get(0).order()));
    }

    private Order asFirstRequested(Order newest) {
        return newest.status() != OrderStatus.CANCELLING
                ? newest
                : requests().stream()
                        .findFirst()
                        .map(request -> request.order().cancelling(newest.updatedAt()))
                        .orElse(newest);
    }

    private List<LoggedOrder> requests() {
        return states.stream()
                .filter(state -> state.order().status() == OrderStatus.PENDING)
                .toList();
    }
}
