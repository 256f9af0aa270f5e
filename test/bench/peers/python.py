"""Same contract as glm.R, for one of three solvers named last."""

import resource
import sys
import time

import numpy as np

folder, size, rows, runs, solver = sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5]
x = np.fromfile(f"{folder}/x.bin").reshape(rows, size)
y = np.fromfile(f"{folder}/y.bin")


def processor():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def statsmodels():
    import statsmodels.api as sm

    fit = sm.Logit(y, sm.add_constant(x)).fit(disp=0)
    return fit.params, fit.bse


def sklearn(name):
    from sklearn.linear_model import LogisticRegression

    # The default tolerance of 1e-4 stops hundredths of a standard error away.
    fit = LogisticRegression(penalty=None, solver=name, tol=1e-8, max_iter=1000).fit(x, y)
    return np.concatenate([fit.intercept_, fit.coef_[0]]), np.full(size + 1, np.nan)


best = [np.inf, np.inf]
for _ in range(runs):
    wall, cpu = time.perf_counter(), processor()
    estimates, errors = statsmodels() if solver == "statsmodels" else sklearn(solver)
    best = np.minimum(best, [time.perf_counter() - wall, processor() - cpu])
print("\n".join(repr(float(v)) for v in [*best, *estimates, *errors]))
