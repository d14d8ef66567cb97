package dev.sparkstacker.wire.sign;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECLookupTable;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Multiples of the generator from precomputed windows: no doublings, one addition for each window of the scalar.
 *
 * <pre>
 * k = sum of w_i * 16^i,  w_i = 0..15
 * table i, entry j = (j + 1) * 16^i * G          never the point at infinity
 * k * G = sum of table i [w_i]  -  sum of 16^i * G
 * </pre>
 *
 * Lookups touch every entry of a table, so that the cache does not tell which one was meant.
 */
final class GeneratorTable {
    private static final int WINDOW_BITS = 4;
    private static final int ENTRIES = 1 << WINDOW_BITS;
    private static final int WINDOWS = (256 + WINDOW_BITS - 1) / WINDOW_BITS;

    private final ECLookupTable[] tables = new ECLookupTable[WINDOWS];
    private final ECPoint correction;

    GeneratorTable(ECCurve curve, ECPoint generator) {
        ECPoint base = generator;
        ECPoint sum = curve.getInfinity();
        for (int i = 0; i < WINDOWS; i++) {
            ECPoint[] points = new ECPoint[ENTRIES];
            points[0] = base;
            for (int j = 1; j < ENTRIES; j++) {
                points[j] = points[j - 1].add(base);
            }
            curve.normalizeAll(points);
            tables[i] = curve.createCacheSafeLookupTable(points, 0, ENTRIES);
            sum = sum.add(base);
            base = points[ENTRIES - 1];
        }
        correction = sum.negate().normalize();
    }

    /** k times the generator, affine; k lies between 1 and the order. */
    ECPoint times(BigInteger k) {
        ECPoint sum = correction;
        for (int i = 0; i < WINDOWS; i++) {
            int window = 0;
            for (int bit = WINDOW_BITS - 1; bit >= 0; bit--) {
                window = (window << 1) | (k.testBit(i * WINDOW_BITS + bit) ? 1 : 0);
            }
            sum = sum.add(tables[i].lookup(window));
        }
        return sum.normalize();
    }
}
