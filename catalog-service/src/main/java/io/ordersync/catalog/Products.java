package io.ordersync.catalog;

import java.util.List;
import java.util.Optional;

/** The products of the catalog. */
public interface Products {

    /** All of them, by id. */
    List<Product> all();

    Optional<Product> find(String id);
}
