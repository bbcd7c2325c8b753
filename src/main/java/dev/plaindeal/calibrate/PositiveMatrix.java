package dev.plaindeal.calibrate;

/** A symmetric positive definite matrix of a few dozen rows, solved by Cholesky's square root. For one thread. */
final class PositiveMatrix {

    private final double[][] rows;

    /** All nothing; it is positive when something was added to each place of the diagonal. */
    PositiveMatrix(int size) {
        rows = new double[size][size];
    }

    void addDiagonal(int at, double value) {
        rows[at][at] += value;
    }

    /** Adds a weighted product of a vector with itself. */
    void addOuter(double[] vector, double weight) {
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; vector[i] != 0 && j < vector.length; j++) {
                rows[i][j] += weight * vector[i] * vector[j];
            }
        }
    }

    /** Its inverse. */
    double[][] inverse() {
        double[][] root = root();
        double[][] inverse = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] unit = new double[rows.length];
            unit[i] = 1;
            inverse[i] = solve(root, unit);
        }
        return inverse;
    }

    /** Logarithm of its determinant. */
    double logDeterminant() {
        double[][] root = root();
        double sum = 0;
        for (int i = 0; i < root.length; i++) {
            sum += 2 * Math.log(root[i][i]);
        }
        return sum;
    }

    /** What it has to be multiplied with to give this. */
    double[] solve(double[] right) {
        return solve(root(), right);
    }

    private static double[] solve(double[][] root, double[] right) {
        int size = right.length;
        double[] result = right.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                result[i] -= root[i][j] * result[j];
            }
            result[i] /= root[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                result[i] -= root[j][i] * result[j];
            }
            result[i] /= root[i][i];
        }
        return result;
    }

    private double[][] root() {
        int size = rows.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = rows[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        return root;
    }
}
