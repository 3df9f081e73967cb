package io.ordersync.catalog;

/** Where products are made, changed and restocked, while orders take from them and cancellations give back. */
public interface ProductStore {

    /**
     * Makes the product, or gives the one that exists this name and price. The stock of one that exists stays as it is:
     * it moves by orders, cancellations and restocking alone, so that none of them can be lost.
     *
     * @return whether the product was made
     */
    boolean put(Product product);

    /**
     * Adds pieces to the stock.
     *
     * @param qty at least 1
     * @return the product with them
     * @throws ProductNotFound if there is none with this id
     */
    Product restock(String id, int qty);
}
